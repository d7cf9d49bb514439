// The forms of a document: the applicant's and those that officers fill in. Read wherever each of them is looked at.
import type { Form, Procedure, Step } from '#schemas/generated/types.ts'

export interface PlacedForm {
  form: Form
  pointer: string
  step?: string
}

/** What the form of an opinion is called among those of steps; no id of a step holds a dot. */
export const opinionForm = (step: string, opinion: string): string => `${step}.${opinion}`

const formsOfStep = (step: Step, pointer: string): PlacedForm[] => [
  ...(step.form ? [{ form: step.form, pointer: `${pointer}/form`, step: step.id }] : []),
  ...(step.opinions ?? []).flatMap(({ id, form }, i) => (form ? [{ form, pointer: `${pointer}/opinions/${i}/form`, step: opinionForm(step.id, id) }] : [])),
]

/** Every form of a document with its place: the applicant's and those that officers fill in. */
export const formsOf = (procedure: Pick<Procedure, 'form' | 'workflow'>): PlacedForm[] => [
  ...(procedure.form ? [{ form: procedure.form, pointer: '/form' }] : []),
  ...(procedure.workflow?.steps ?? []).flatMap((step, i) => formsOfStep(step, `/workflow/steps/${i}`)),
]
