// Moving questions by pointer: from the handle of a card or an entry of the outline to a slot between cards, or onto a page of
// the outline. One listener for all, as cheap with a thousand questions as with ten; Escape lets go.
import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import type { Target } from '../paste-command.ts'

export type Drop = Target | { page: string }

export interface Drag {
  /** What is being moved. */
  path: string
  /** Where it would go; undefined over nothing. */
  drop?: Drop
  /** Of the pointer in the window, in pixels. */
  x: number
  y: number
}

/** A press that wanders less than this is a click. */
const threshold = 5
const scrollZone = 70
const scrollStep = 14

const dropAt = (x: number, y: number): { element: HTMLElement, drop: Drop } | undefined => {
  const under = document.elementFromPoint(x, y)
  const own = under?.closest<HTMLElement>('[data-drop]')
  const area = under?.closest<HTMLElement>('[data-drop-area]')
  const element = own ?? (area && nearest([...area.querySelectorAll<HTMLElement>('[data-drop]')], y))
  return element ? { element, drop: JSON.parse(element.dataset['drop']!) as Drop } : undefined
}

const nearest = (slots: readonly HTMLElement[], y: number): HTMLElement | undefined => {
  const distance = (slot: HTMLElement): number => {
    const { top, bottom } = slot.getBoundingClientRect()
    return Math.abs((top + bottom) / 2 - y)
  }
  return slots.reduce<HTMLElement | undefined>((best, slot) => (best && distance(best) <= distance(slot) ? best : slot), undefined)
}

const scrollNear = (y: number): void => {
  const edge = y < scrollZone ? -scrollStep : y > window.innerHeight - scrollZone ? scrollStep : 0
  if (edge !== 0) window.scrollBy(0, edge)
}

export const useDrag = (onDrop: (path: string, drop: Drop) => void) => {
  const dragging = shallowRef<Drag>()
  const overKey = ref<string>()
  let start: { path: string, x: number, y: number, pointer: number } | undefined

  const clear = (): void => {
    start = undefined
    dragging.value = undefined
    overKey.value = undefined
  }
  const onDown = (event: PointerEvent): void => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drag]') : null
    if (!handle || event.button !== 0) return
    start = { path: handle.dataset['drag']!, x: event.clientX, y: event.clientY, pointer: event.pointerId }
  }
  const onMove = (event: PointerEvent): void => {
    if (!start || event.pointerId !== start.pointer) return
    if (!dragging.value && Math.hypot(event.clientX - start.x, event.clientY - start.y) < threshold) return
    event.preventDefault()
    scrollNear(event.clientY)
    const over = dropAt(event.clientX, event.clientY)
    overKey.value = over?.element.dataset['drop']
    dragging.value = { path: start.path, drop: over?.drop, x: event.clientX, y: event.clientY }
  }
  const onUp = (): void => {
    const { path, drop } = dragging.value ?? {}
    clear()
    if (path !== undefined && drop) onDrop(path, drop)
  }
  const onKey = (event: KeyboardEvent): void => { if (event.key === 'Escape' && dragging.value) clear() }

  const listeners: [string, (event: never) => void][] = [['pointerdown', onDown], ['pointermove', onMove], ['pointerup', onUp], ['pointercancel', clear], ['keydown', onKey]]
  onMounted(() => { for (const [name, listen] of listeners) window.addEventListener(name, listen as EventListener) })
  onBeforeUnmount(() => { for (const [name, listen] of listeners) window.removeEventListener(name, listen as EventListener) })
  return { dragging, overKey }
}
