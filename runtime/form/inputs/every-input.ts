// All inputs at hand from the start, for those who draw whole forms: officers, administrators.
import AddressInput from './AddressInput.vue'
import ChoicesInput from './ChoicesInput.vue'
import ComboboxInput from './ComboboxInput.vue'
import ComputedInput from './ComputedInput.vue'
import FileInput from './FileInput.vue'
import IdentityInput from './IdentityInput.vue'
import { keepInputs } from './late-inputs.ts'
import LongTextInput from './LongTextInput.vue'
import MoneyInput from './MoneyInput.vue'
import RepeatInput from './RepeatInput.vue'
import SuggestInput from './SuggestInput.vue'

keepInputs({
  address: AddressInput, choices: ChoicesInput, combobox: ComboboxInput, computed: ComputedInput, file: FileInput, identity: IdentityInput,
  longText: LongTextInput, money: MoneyInput, repeat: RepeatInput, suggest: SuggestInput,
})
