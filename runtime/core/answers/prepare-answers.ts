// What happens to answers on every way in, browser and server alike, before they are judged: tidied, irrelevant ones
// dropped, computed ones set.
import type { CompiledForm } from '../form/compiled-form.ts'
import type { Answers } from '../issues/json-pointer.ts'
import type { FormulaFacts } from './compute-answers.ts'
import { settleAnswers } from './settle-answers.ts'
import { tidyAnswers } from './tidy-answers.ts'

export const prepareAnswers = (form: CompiledForm, answers: Answers, facts: FormulaFacts): Answers => {
  const tidied = tidyAnswers(answers)
  const settled = settleAnswers(form, tidied, facts)
  // What was hidden may leave an empty group behind.
  return settled === tidied ? tidied : tidyAnswers(settled)
}
