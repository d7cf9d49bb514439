// What is selected. `serial` changes when the person turns to something else, so that an inspector stays in place while a
// name follows the title being typed.
import { defineStore } from 'pinia'
import { ref, shallowReadonly, shallowRef } from 'vue'
import type { Procedure } from '#schemas/generated/types.ts'
import { exists, isSame, type Selection } from './selection.ts'

export const useSelectionStore = defineStore('selection', () => {
  const selected = shallowRef<Selection>()
  const serial = ref(0)

  const select = (next: Selection | undefined): void => {
    if (isSame(selected.value, next)) return
    selected.value = next
    serial.value += 1
  }

  /** Follows the document after a change: to what the change names, and away from what is gone. */
  const follow = (document: Procedure, next: Selection | undefined): void => {
    const before = selected.value
    const isGone = before !== undefined && !exists(document, before)
    if (next && isGone && before.kind === next.kind) selected.value = next // the same thing under a new name
    else if (next) select(next)
    else if (isGone) select(undefined)
  }

  return { selected: shallowReadonly(selected), serial, select, follow }
})
