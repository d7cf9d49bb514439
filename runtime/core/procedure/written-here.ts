// Which of the papers that the law lists is the form itself: whoever files online writes it here, whoever files on paper
// prints it.
import { walkForm } from '../form/walk-form.ts'
import type { Component, Procedure } from '#schemas/generated/types.ts'

/** Papers with a form of their own that the questions do not ask to attach. */
export const isWrittenHere = ({ form }: Pick<Procedure, 'form'>): ((component: Component) => boolean) => {
  const attached = new Set(form ? walkForm(form.schema).flatMap(({ question }) => question['x-file']?.component ?? []) : [])
  return ({ id, template, originals = 0 }) => form !== undefined && template !== undefined && originals > 0 && (id === undefined || !attached.has(id))
}
