// First values that a person has not given yet: from a formula over other answers, or the author's own. They stand in
// the form and follow what they are made from until the person answers (x-prefill). What the office knows comes from the server.
import { rowOf, type FormulaFacts } from '#core/answers/compute-answers.ts'
import type { Question } from '#schemas/generated/types.ts'
import type { CompiledForm, CompiledQuestion } from '#core/form/compiled-form.ts'
import { expandPath, readAt, writeAt, type Answers } from '#core/issues/json-pointer.ts'

export interface Suggested {
  /** The given answers with suggestions where nothing was answered. */
  answers: Answers
  pointers: ReadonlySet<string>
}

/** Suggestions may build on each other; longer chains are no help to anybody. */
const longestChain = 5

/** `answered` holds the pointers that the person has touched: an emptied question is not filled again. */
export const suggestAnswers = (form: CompiledForm, given: Answers, answered: ReadonlySet<string>, facts: FormulaFacts): Suggested => {
  const prefilled = [...form.questions.values()].filter(({ question }) => question['x-prefill'] ?? presetOf(question) !== undefined)
  if (prefilled.length === 0) return { answers: given, pointers: new Set() }
  const pointers = new Set<string>()
  let answers = given
  for (let round = 0; round < longestChain; round++) {
    const before = answers
    for (const each of prefilled) {
      for (const pointer of expandPath(each.path, answers)) {
        if (answered.has(pointer) || readAt(given, pointer) !== undefined || !belongs(form, each, answers, pointer)) continue
        const value = each.question['x-prefill'] ? valueOf(form, each.question['x-prefill'], answers, pointer, facts) : presetOf(each.question)
        if (value === undefined || value === readAt(answers, pointer)) continue
        answers = writeAt(answers, pointer, value)
        pointers.add(pointer)
      }
    }
    if (answers === before) break
  }
  return { answers, pointers }
}

/** The author's own first value. A declaration is never made beforehand (Law 91/2025/QH15). */
const presetOf = (question: Question): unknown => (question.const === undefined && question['x-compute'] === undefined ? question.default : undefined)

/** A preset begins no optional group: that would ask for everything else in it. */
const belongs = (form: CompiledForm, { question, parent }: CompiledQuestion, answers: Answers, pointer: string): boolean => {
  const owner = form.questions.get(parent)
  return question['x-prefill'] !== undefined || owner?.kind !== 'group' || owner.required || readAt(answers, pointer.replace(/\/[^/]+$/, '')) !== undefined
}

const valueOf = (form: CompiledForm, prefill: { from: string; formula?: unknown }, answers: Answers, pointer: string, facts: FormulaFacts): unknown =>
  (prefill.from === 'formula' ? form.evaluate(prefill.formula, { answers, row: rowOf(answers, pointer), ...facts }) : undefined)

/**
 * Saved answers without those that are still what would be suggested: after a reload they go on following what they
 * are made from.
 */
export const withoutSuggestions = (form: CompiledForm, saved: Answers, facts: FormulaFacts): Answers => {
  const prefilled = [...form.questions.values()].filter(({ question }) => question['x-prefill']?.from === 'formula')
  return prefilled.reduce((answers, { path }) =>
    expandPath(path, answers).reduce((kept, pointer) => {
      const bare = writeAt(kept, pointer, undefined)
      const value = readAt(kept, pointer)
      return value !== undefined && readAt(suggestAnswers(form, bare, new Set(), facts).answers, pointer) === value ? bare : kept
    }, answers), saved)
}

/** What a form needs that suggests anything; forms that suggest nothing come without. */
export const suggesting = { suggest: suggestAnswers, without: withoutSuggestions }

export type Suggesting = typeof suggesting
