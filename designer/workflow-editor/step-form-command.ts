// Gives a step or an opinion a form of its own, or takes it away: what an officer records there. The form itself is edited by the same
// commands as the citizen’s, with the step or the opinion as its place.
import { opinionForm } from '#core/procedure/document-forms.ts'
import type { Form } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { followInRecords } from '../scenarios/follow-expectations.ts'

/** One empty page, as a citizen's form begins. */
export const emptyStepForm = (): Form => ({ schema: { type: 'object', properties: {}, required: [] }, pages: [{ id: 'page-1', title: 'Nội dung xử lý', 'x-i18n': { en: { title: 'Record' } }, sections: [{ questions: [] }] }], rules: [], checks: [] })

/** `id` is that of the step, or the place of an opinion (core/procedure/document-forms.ts). */
export const setStepForm: Command<{ id: string, has: boolean }> = {
  name: 'setStepForm',
  recipe: (draft, { id, has }) => {
    const step = draft.workflow?.steps.find((each) => each.id === id || each.opinions?.some((opinion) => opinionForm(each.id, opinion.id) === id))
    const holder = step?.id === id ? step : step?.opinions?.find((opinion) => opinionForm(step.id, opinion.id) === id)
    if (!step || !holder || (holder.form !== undefined) === has) return
    if (has) holder.form = emptyStepForm()
    else {
      delete holder.form
      if (holder === step) {
        delete step.recordsResult
        followInRecords(draft, id, undefined)
      }
    }
    return { kind: 'step', id: step.id }
  },
}
