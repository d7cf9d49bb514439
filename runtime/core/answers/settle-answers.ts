// Which answers count and what is worked out from them, settled together: a computed answer may show or hide questions, and
// what is shown or hidden may change what is computed. What was sent in place of a computed answer decides nothing.
import { pruneAnswers } from '../condition/relevance.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { expandPath, readAt, writeAt, type Answers } from '../issues/json-pointer.ts'
import { computeAnswers, type FormulaFacts } from './compute-answers.ts'

/** Computed answers that show each other settle within as many rounds; lint-form.ts refuses a circle. */
const longestChain = 10

type Worked = readonly (readonly [pointer: string, value: unknown])[]

const workedOut = (form: CompiledForm, places: Answers, computed: Answers): Worked =>
  [...form.questions.values()].filter(({ question }) => question['x-compute'] !== undefined)
    .flatMap(({ path }) => expandPath(path, places).map((pointer) => [pointer, readAt(computed, pointer)] as const))

const isSame = (a: Worked, b: Worked): boolean => a.length === b.length && a.every(([, value], i) => Object.is(value, b[i]![1]))

const withWorked = (answers: Answers, worked: Worked): Answers =>
  worked.reduce((kept, [pointer, value]) => (Object.is(readAt(kept, pointer), value) ? kept : writeAt(kept, pointer, value)), answers)

/** The relevant answers with the computed ones; the very same object when there is nothing to drop or to set. */
export const settleAnswers = (form: CompiledForm, answers: Answers, facts: FormulaFacts): Answers => {
  let worked = workedOut(form, answers, computeAnswers(form, answers, facts))
  if (worked.length === 0) return pruneAnswers(form, answers)
  for (let round = 0; round < longestChain; round++) {
    const relevant = pruneAnswers(form, withWorked(answers, worked))
    const computed = computeAnswers(form, relevant, facts)
    const next = workedOut(form, answers, computed)
    if (computed === relevant || isSame(worked, next)) return computed === relevant ? relevant : pruneAnswers(form, computed)
    worked = next
  }
  return pruneAnswers(form, withWorked(answers, worked))
}
