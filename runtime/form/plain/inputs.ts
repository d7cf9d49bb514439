// The inputs for pages without scripts, by kind; every other kind is asked by the same component as in the app.
import type { PlainInputs } from '../plain-inputs.ts'
import ListedInput from './ListedInput.vue'
import PlainCombobox from './PlainCombobox.vue'
import PlainFiles from './PlainFiles.vue'
import ShowOptions from './ShowOptions.vue'

export const plainInputs: PlainInputs = {
  inputs: { combobox: { component: PlainCombobox }, suggest: { component: ListedInput }, file: { component: PlainFiles } },
  below: ShowOptions,
}
