// Dragging a row of a long list by its handle: while it is held, the place where it would stand is known; near an edge the
// list scrolls along. The keyboard does the same with Alt and the arrows.
import { onBeforeUnmount, ref, type Ref } from 'vue'

export interface RowDrag {
  /** The row that is held, and where it would stand. */
  from: Ref<number | undefined>
  to: Ref<number | undefined>
  hold(event: PointerEvent, index: number): void
}

const edge = 36
const step = 14

export const useRowDrag = (rowHeight: number, count: () => number, move: (from: number, to: number) => void): RowDrag => {
  const from = ref<number>()
  const to = ref<number>()
  let box: HTMLElement | undefined
  let y = 0
  let frame = 0

  const follow = (): void => {
    const area = box!.getBoundingClientRect()
    if (y < area.top + edge) box!.scrollTop -= step
    else if (y > area.bottom - edge) box!.scrollTop += step
    to.value = Math.max(0, Math.min(Math.floor((y - area.top + box!.scrollTop) / rowHeight), count() - 1))
    frame = requestAnimationFrame(follow)
  }
  const track = (event: PointerEvent): void => { y = event.clientY }
  const letGo = (): void => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', track)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('keydown', escape)
    from.value = to.value = undefined
  }
  const drop = (): void => {
    const [start, end] = [from.value, to.value]
    letGo()
    if (start !== undefined && end !== undefined && start !== end) move(start, end)
  }
  const escape = (event: KeyboardEvent): void => { if (event.key === 'Escape') letGo() }

  onBeforeUnmount(letGo)
  return {
    from, to,
    hold: (event, index) => {
      box = (event.currentTarget as HTMLElement).closest<HTMLElement>('[data-rows]') ?? undefined
      if (!box || event.button !== 0) return
      event.preventDefault()
      y = event.clientY
      from.value = to.value = index
      window.addEventListener('pointermove', track)
      window.addEventListener('pointerup', drop)
      window.addEventListener('keydown', escape)
      follow()
    },
  }
}
