// What is selected: one thing, and with it further questions of the same form for acts on many. `serial` changes when the
// person turns to something else, so that an inspector stays in place while a name follows the title being typed.
import { defineStore } from 'pinia'
import { ref, shallowReadonly, shallowRef } from 'vue'
import type { Procedure } from '#schemas/generated/types.ts'
import { exists, isSame, type Selection } from './selection.ts'

export const useSelectionStore = defineStore('selection', () => {
  const selected = shallowRef<Selection>()
  const also = shallowRef<readonly string[]>([])
  const serial = ref(0)
  /** The last question that took another path while it stayed selected. */
  const renamed = shallowRef<{ from: string, to: string }>()

  const select = (next: Selection | undefined): void => {
    also.value = []
    if (isSame(selected.value, next)) return
    selected.value = next
    serial.value += 1
  }

  /** Takes one more question to those selected, or leaves it out again. */
  const toggle = (path: string, place: { step?: string }): void => {
    const now = selected.value
    if (now?.kind !== 'question' || now.step !== place.step) return select({ kind: 'question', path, ...place })
    if (now.path !== path) {
      also.value = also.value.includes(path) ? also.value.filter((each) => each !== path) : [...also.value, path]
      return
    }
    const [next, ...rest] = also.value
    if (next === undefined) return
    select({ kind: 'question', path: next, ...place })
    also.value = rest
  }

  /** The first is the one whose settings are shown. */
  const selectAll = ([first, ...rest]: readonly string[], place: { step?: string }): void => {
    if (first === undefined) return
    select({ kind: 'question', path: first, ...place })
    also.value = rest
  }

  /** Follows the document after a change: to what the change names, and away from what is gone. */
  const follow = (document: Procedure, next: Selection | undefined): void => {
    const before = selected.value
    const isGone = before !== undefined && !exists(document, before)
    if (next && isGone && before.kind === next.kind) {
      // The same thing under a new name.
      if (before.kind === 'question' && next.kind === 'question') renamed.value = { from: before.path, to: next.path }
      selected.value = next
    }
    else if (next && !isSame(before, next)) select(next)
    else if (!next && isGone) select(undefined)
    const step = selected.value && 'step' in selected.value ? selected.value.step : undefined
    if (also.value.length > 0) also.value = also.value.filter((path) => exists(document, { kind: 'question', path, ...(step !== undefined && { step }) }))
  }

  return { selected: shallowReadonly(selected), also: shallowReadonly(also), renamed: shallowReadonly(renamed), serial, select, toggle, selectAll, follow }
})
