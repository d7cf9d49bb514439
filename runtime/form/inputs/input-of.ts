// The closed table from a kind of input to its component. `group` asks with several controls under one legend. Heavy inputs
// that few pages need come by themselves (late-inputs.ts).
import type { Component } from 'vue'
import ChoiceInput from './ChoiceInput.vue'
import ConsentInput from './ConsentInput.vue'
import DateInput from './DateInput.vue'
import type { InputKind } from '#core/form/input-kind.ts'
import { lateInput } from './late-inputs.ts'
import NumberInput from './NumberInput.vue'
import SelectInput from './SelectInput.vue'
import TextInput from './TextInput.vue'
import YesNoInput from './YesNoInput.vue'

interface InputEntry {
  readonly component: Component
  group?: boolean
  /** Never marked "optional": nobody answers it, or its own words say what it is. */
  alwaysOptional?: boolean
}

export const inputOf: Record<InputKind, InputEntry> = {
  text: { component: TextInput },
  longText: { get component() { return lateInput('longText') } },
  number: { component: NumberInput },
  money: { get component() { return lateInput('money') } },
  date: { component: DateInput, group: true },
  yesNo: { component: YesNoInput, group: true },
  consent: { component: ConsentInput, group: true, alwaysOptional: true },
  radio: { component: ChoiceInput, group: true },
  select: { component: SelectInput },
  combobox: { get component() { return lateInput('combobox') } },
  choices: { get component() { return lateInput('choices') }, group: true },
  file: { get component() { return lateInput('file') } },
  address: { get component() { return lateInput('address') }, group: true },
  identity: { get component() { return lateInput('identity') } },
  repeat: { get component() { return lateInput('repeat') }, group: true },
  computed: { get component() { return lateInput('computed') }, alwaysOptional: true },
  suggest: { get component() { return lateInput('suggest') } },
}
