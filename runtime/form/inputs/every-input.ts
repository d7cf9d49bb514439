// All inputs at hand from the start, for those who draw whole forms: officers, administrators.
import ComboboxInput from './ComboboxInput.vue'
import FileInput from './FileInput.vue'
import IdentityInput from './IdentityInput.vue'
import { keepInputs } from './late-inputs.ts'
import RepeatInput from './RepeatInput.vue'
import SuggestInput from './SuggestInput.vue'

keepInputs({ combobox: ComboboxInput, suggest: SuggestInput, file: FileInput, identity: IdentityInput, repeat: RepeatInput })
