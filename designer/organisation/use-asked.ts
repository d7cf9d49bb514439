// A dialog about one of many: which one it is about, and whether it is open.
import { ref, shallowRef } from 'vue'

export const useAsked = <One>() => {
  const chosen = shallowRef<One>()
  const isOpen = ref(false)
  /** About nothing that is there yet: something new. */
  const ask = (one?: One): void => {
    chosen.value = one
    isOpen.value = true
  }
  return { chosen, isOpen, ask }
}
