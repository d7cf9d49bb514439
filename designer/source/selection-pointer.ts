// Where in the document stands what is selected: the source shows it there.
import { schemaPointer } from '#core/form/lint-questions.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Selection } from '../editing/selection.ts'

const formPointer = (procedure: Procedure, step: string | undefined): string => (step === undefined ? '/form' : `/workflow/steps/${procedure.workflow?.steps.findIndex((each) => each.id === step) ?? 0}/form`)

export const selectionPointer = (procedure: Procedure, selection: Selection): string => {
  if (selection.kind === 'step') return `/workflow/steps/${procedure.workflow?.steps.findIndex((each) => each.id === selection.id) ?? 0}`
  if (selection.kind === 'fee') return `/fees/${procedure.fees?.findIndex((each) => each.id === selection.id) ?? 0}`
  const form = formPointer(procedure, selection.step)
  if (selection.kind === 'question') return form + schemaPointer(selection.path)
  const pages = selection.step === undefined ? procedure.form?.pages : procedure.workflow?.steps.find((each) => each.id === selection.step)?.form?.pages
  const page = `${form}/pages/${pages?.findIndex((each) => each.id === selection.page) ?? 0}`
  return selection.kind === 'page' ? page : `${page}/sections/${selection.section}`
}
