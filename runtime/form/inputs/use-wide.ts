// Whether an element has room for a table: its own width counts, not the window's, so that a narrow frame is narrow too.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Below this a table would have to be read sideways. */
const enough = 600

export const useWide = (element: Readonly<Ref<HTMLElement | null>>): Ref<boolean> => {
  const wide = ref(false)
  let observer: ResizeObserver | undefined
  const measure = (): void => { wide.value = (element.value?.clientWidth ?? 0) >= enough }
  onMounted(() => {
    measure()
    if (typeof ResizeObserver === 'undefined' || !element.value) return
    observer = new ResizeObserver(measure)
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return wide
}
