// What judges the answers of a form and says in words what is wrong with them: the heavier half of a form. A page draws itself
// without it; it comes when somebody begins to answer.
import { validateAnswers, validateBeyondSchema, type ValidationFacts } from '#core/answers/validate-answers.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'
import { translateIssue } from './issue-words.ts'
import { listIssues } from './list-issues.ts'
import { labelOf } from './question-label.ts'

export interface Judge {
  /** Of prepared answers. */
  find(form: CompiledForm, answers: Answers, facts: Omit<ValidationFacts, 'validate'>): Issue[]
  list: typeof listIssues
  say: typeof translateIssue
  /** How a question is called elsewhere on the page, with the row that it stands in. */
  label: typeof labelOf
}

/** Without the validator of the form only what is beyond its schema is judged. */
export const judgeBy = (validate: CompiledValidator | undefined): Judge => ({
  find: (form, answers, facts) => (validate ? validateAnswers(form, answers, { ...facts, validate }) : validateBeyondSchema(form, answers, facts)),
  list: listIssues,
  say: translateIssue,
  label: labelOf,
})
