// Brings what is looked at into sight when it is chosen elsewhere, and at first.
import { nextTick, onMounted, watch, type Ref } from 'vue'

/** Entries carry the ids of their differences, one after the other, in `data-differences`. */
export const useShownEntry = (list: Readonly<Ref<HTMLElement | null>>, selected: () => string | undefined): void => {
  const show = async (): Promise<void> => {
    const id = selected()
    if (id === undefined) return
    await nextTick()
    list.value?.querySelector(`[data-differences~="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  onMounted(show)
  watch(selected, show)
}
