// Sets the computed answers of a form. Whatever was sent in their place is replaced: the server's value wins.
import type { CompiledForm } from '../form/compiled-form.ts'
import { expandPath, parsePointer, readAt, toPointer, writeAt, type Answers } from '../issues/json-pointer.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'

/** What formulas may know besides the answers. */
export interface FormulaFacts {
  /** The day of filing in Vietnam, YYYY-MM-DD. */
  today: string
  calendar?: WorkingCalendar
}

/** The row that a pointer lies in, innermost, or undefined at the top. */
export const rowOf = (answers: unknown, pointer: string): Answers | undefined => {
  const segments = parsePointer(pointer)
  const index = segments.findLastIndex((segment) => /^[0-9]+$/.test(segment))
  return index < 0 ? undefined : (readAt(answers, toPointer(segments.slice(0, index + 1))) as Answers | undefined)
}

const computeOnce = (form: CompiledForm, answers: Answers, facts: FormulaFacts): Answers => {
  let computed = answers
  for (const { path, question } of form.questions.values()) {
    if (question['x-compute'] === undefined) continue
    for (const pointer of expandPath(path, computed)) {
      const value = form.evaluate(question['x-compute'], { answers: computed, row: rowOf(computed, pointer), ...facts })
      if (value !== readAt(computed, pointer)) computed = writeAt(computed, pointer, value)
    }
  }
  return computed
}

/** Computed answers may build on each other; a circle of them ends here and is refused by lint-form.ts. */
const longestChain = 10

export const computeAnswers = (form: CompiledForm, answers: Answers, facts: FormulaFacts): Answers => {
  let computed = answers
  for (let round = 0; round < longestChain; round++) {
    const next = computeOnce(form, computed, facts)
    if (next === computed) return next
    computed = next
  }
  return computed
}
