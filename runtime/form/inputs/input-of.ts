// The closed table from a kind of input to its component. `group` asks with several controls under one legend.
import type { Component } from 'vue'
import AddressInput from './AddressInput.vue'
import ChoiceInput from './ChoiceInput.vue'
import ChoicesInput from './ChoicesInput.vue'
import ComboboxInput from './ComboboxInput.vue'
import ComputedInput from './ComputedInput.vue'
import ConsentInput from './ConsentInput.vue'
import DateInput from './DateInput.vue'
import FileInput from './FileInput.vue'
import IdentityInput from './IdentityInput.vue'
import type { InputKind } from '#core/form/input-kind.ts'
import LongTextInput from './LongTextInput.vue'
import MoneyInput from './MoneyInput.vue'
import NumberInput from './NumberInput.vue'
import RepeatInput from './RepeatInput.vue'
import SelectInput from './SelectInput.vue'
import SuggestInput from './SuggestInput.vue'
import TextInput from './TextInput.vue'
import YesNoInput from './YesNoInput.vue'

interface InputEntry {
  component: Component
  group?: boolean
  /** Never marked "optional": nobody answers it, or its own words say what it is. */
  alwaysOptional?: boolean
}

export const inputOf: Record<InputKind, InputEntry> = {
  text: { component: TextInput },
  longText: { component: LongTextInput },
  number: { component: NumberInput },
  money: { component: MoneyInput },
  date: { component: DateInput, group: true },
  yesNo: { component: YesNoInput, group: true },
  consent: { component: ConsentInput, group: true, alwaysOptional: true },
  radio: { component: ChoiceInput, group: true },
  select: { component: SelectInput },
  combobox: { component: ComboboxInput },
  choices: { component: ChoicesInput, group: true },
  file: { component: FileInput },
  address: { component: AddressInput, group: true },
  identity: { component: IdentityInput },
  repeat: { component: RepeatInput, group: true },
  computed: { component: ComputedInput, alwaysOptional: true },
  suggest: { component: SuggestInput },
}
