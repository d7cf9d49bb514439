// A form of the product itself (a profile, who files for whom), judged as the forms of procedures are: the same schema, the
// same checks beyond it. Its patterns are ours, so no thread has to guard against them.
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { validateAnswers, type KnownFile } from '#core/answers/validate-answers.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isError, type Issue } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import type { Form } from '#schemas/generated/types.ts'

export interface OwnForm {
  form: CompiledForm
  /** Prepared answers, and what is wrong with them. */
  judge: (answers: Answers, today: string, files?: ReadonlyMap<string, KnownFile>) => { answers: Answers; issues: Issue[] }
}

export const createOwnForm = (document: Form): OwnForm => {
  const form = compileForm(document)
  const validate = interpretSchema(form.schema)
  return {
    form,
    judge: (sent, today, files) => {
      const answers = prepareAnswers(form, sent, { today })
      return { answers, issues: validateAnswers(form, answers, { validate, today, ...(files && { files }) }).filter(isError) }
    },
  }
}
