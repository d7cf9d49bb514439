// What happens to answers on every way in, browser and server alike, before they are judged: tidied, irrelevant ones
// dropped, computed ones set.
import { pruneAnswers } from '../condition/relevance.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { computeAnswers, type FormulaFacts } from './compute-answers.ts'
import { tidyAnswers } from './tidy-answers.ts'

export const prepareAnswers = (form: CompiledForm, answers: Answers, facts: FormulaFacts): Answers =>
  tidyAnswers(pruneAnswers(form, computeAnswers(form, pruneAnswers(form, tidyAnswers(answers)), facts)))
