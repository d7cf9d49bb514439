// What an author is working on: one question, page, section, step or fee, named by what never changes about it.
import { isRecord } from '#core/issues/json-pointer.ts'
import { walkForm } from '#core/form/walk-form.ts'
import { formsOf } from '#core/procedure/document-forms.ts'
import type { Form, Procedure } from '#schemas/generated/types.ts'

export type Selection =
  | { kind: 'question', path: string, step?: string }
  | { kind: 'page', page: string, step?: string }
  | { kind: 'section', page: string, section: number, step?: string }
  | { kind: 'step', id: string }
  | { kind: 'fee', id: string }

/** The citizen's form, or the one that an officer fills at a step or for an opinion. */
export const formOf = (procedure: Procedure, step?: string): Form | undefined => formsOf(procedure).find((each) => each.step === step)?.form

export const isSame = (a: Selection | undefined, b: Selection | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether the document still has what is selected. */
export const exists = (procedure: Procedure, selection: Selection): boolean => {
  if (selection.kind === 'step') return procedure.workflow?.steps.some((step) => step.id === selection.id) ?? false
  if (selection.kind === 'fee') return procedure.fees?.some((fee) => fee.id === selection.id) ?? false
  const form = formOf(procedure, selection.step)
  if (!form) return false
  if (selection.kind === 'question') return walkForm(form.schema).some((visit) => visit.path === selection.path)
  const page = form.pages.find((each) => each.id === selection.page)
  return selection.kind === 'page' ? page !== undefined : isRecord(page?.sections[selection.section])
}
