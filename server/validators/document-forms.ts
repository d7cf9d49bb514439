// The forms of a document: the applicant's and those that officers fill in. Read wherever each of them is looked at.
import type { Form, Procedure } from '#schemas/generated/types.ts'

/** Every form of a document with its place: the applicant's and those that officers fill in. */
export const formsOf = (procedure: Procedure): { form: Form; pointer: string; step?: string }[] => [
  ...(procedure.form ? [{ form: procedure.form, pointer: '/form' }] : []),
  ...(procedure.workflow?.steps ?? []).flatMap((step, i) => (step.form ? [{ form: step.form, pointer: `/workflow/steps/${i}/form`, step: step.id }] : [])),
]
