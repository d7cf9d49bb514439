// J and K go from change to change (WCAG 2.2, 2.1.4: letters alone can be switched off). Keys inside a text or a dialog are theirs.
import { onBeforeUnmount, onMounted } from 'vue'
import { isWriting } from '../form-editor/use-clipboard.ts'
import { singleKeys } from '../form-editor/use-form-keys.ts'

export const useChangeKeys = (step: (by: 1 | -1) => void, isOn: () => boolean): void => {
  const onKey = (event: KeyboardEvent): void => {
    if (!isOn() || !singleKeys.value || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'j' && key !== 'k') return
    event.preventDefault()
    step(key === 'j' ? 1 : -1)
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
