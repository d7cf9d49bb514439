// Gives a step a form of its own, or takes it away: what an officer records there. The form itself is edited by the same commands as
// the citizen's, with the step as its place.
import type { Form } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { followInRecords } from '../scenarios/follow-expectations.ts'

/** One empty page, as a citizen's form begins. */
export const emptyStepForm = (): Form => ({ schema: { type: 'object', properties: {}, required: [] }, pages: [{ id: 'page-1', title: 'Nội dung xử lý', 'x-i18n': { en: { title: 'Record' } }, sections: [{ questions: [] }] }], rules: [], checks: [] })

export const setStepForm: Command<{ id: string, has: boolean }> = {
  name: 'setStepForm',
  recipe: (draft, { id, has }) => {
    const step = draft.workflow?.steps.find((each) => each.id === id)
    if (!step || (step.form !== undefined) === has) return
    if (has) step.form = emptyStepForm()
    else {
      delete step.form
      delete step.recordsResult
      followInRecords(draft, id, undefined)
    }
    return { kind: 'step', id }
  },
}
