// How large the map is shown, within the part of the window that it has.
import { computed, nextTick, ref, type Ref } from 'vue'

const [least, most] = [0.2, 2]
/** What is above and below a box that is shown: its change stands on its edge. */
const around = 64
/** Below this, words are smaller than letters on a screen may be. */
const readable = 1

const bounded = (zoom: number): number => Math.min(most, Math.max(least, Math.round(zoom * 100) / 100))

export const useZoom = (frame: Readonly<Ref<HTMLElement | null>>, size: () => { width: number, height: number }) => {
  const zoom = ref(1)

  /** What is under the pointer stays there. */
  const zoomTo = async (next: number, at?: { x: number, y: number }): Promise<void> => {
    const before = zoom.value
    zoom.value = bounded(next)
    const element = frame.value
    if (!element) return
    const point = at ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 }
    const [left, top] = [(element.scrollLeft + point.x) / before, (element.scrollTop + point.y) / before]
    await nextTick()
    element.scrollLeft = left * zoom.value - point.x
    element.scrollTop = top * zoom.value - point.y
  }

  const wholeZoom = (): number => {
    const element = frame.value
    const { width, height } = size()
    return element && element.clientWidth > 0 ? Math.min(1, element.clientWidth / width, Math.max(360, element.clientHeight) / height) : 1
  }
  const fit = (): void => void zoomTo(wholeZoom())
  /** At first as much as can still be read. */
  const begin = (): void => { zoom.value = bounded(Math.max(readable, wholeZoom())) }

  /** A box is in sight: at the left, and half way down. */
  const show = async ({ x, y, height }: { x: number, y: number, height: number }): Promise<void> => {
    await nextTick()
    const element = frame.value
    if (!element) return
    element.scrollLeft = Math.max(0, (x - 80) * zoom.value)
    const seen = Math.min(element.clientHeight, window.innerHeight - element.getBoundingClientRect().top)
    element.scrollTop = Math.max(0, (y + height / 2) * zoom.value - Math.max(seen, height + around) / 2)
  }

  const isShown = ({ x, y, width, height }: { x: number, y: number, width: number, height: number }): boolean => {
    const element = frame.value
    if (!element) return true
    const [left, top] = [element.scrollLeft / zoom.value, element.scrollTop / zoom.value]
    return x >= left && y >= top && x + width <= left + element.clientWidth / zoom.value && y + height <= top + element.clientHeight / zoom.value
  }

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey || !frame.value) return
    event.preventDefault()
    const { left, top } = frame.value.getBoundingClientRect()
    void zoomTo(zoom.value * (event.deltaY < 0 ? 1.1 : 1 / 1.1), { x: event.clientX - left, y: event.clientY - top })
  }

  return { zoom, percent: computed(() => Math.round(zoom.value * 100)), larger: () => void zoomTo(zoom.value * 1.25), smaller: () => void zoomTo(zoom.value / 1.25), fit, begin, show, isShown, onWheel }
}
