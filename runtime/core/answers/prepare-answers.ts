// What happens to answers on every way in, browser and server alike, before they are judged: tidied, irrelevant ones
// dropped, computed ones set.
import { pruneAnswers } from '../condition/relevance.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { computeAnswers, type FormulaFacts } from './compute-answers.ts'
import { tidyAnswers } from './tidy-answers.ts'

export const prepareAnswers = (form: CompiledForm, answers: Answers, facts: FormulaFacts): Answers => {
  const tidied = tidyAnswers(answers)
  const relevant = pruneAnswers(form, tidied)
  const computed = computeAnswers(form, relevant, facts)
  if (computed === tidied) return tidied
  // A computed answer may hide a question, and what was hidden may leave an empty group behind.
  return tidyAnswers(computed === relevant ? relevant : pruneAnswers(form, computed))
}
