// Which rows of the queue are chosen: one by one, from one to another with Shift, or all that are shown.
import { computed, ref, type Ref } from 'vue'
import type { QueueEntry } from '#schemas/generated/types.ts'
import { keyOf } from './use-queue.ts'

export const useSelection = (entries: Ref<readonly QueueEntry[]>) => {
  const keys = ref<ReadonlySet<string>>(new Set())
  let last: string | undefined

  const chosen = computed(() => entries.value.filter((entry) => keys.value.has(keyOf(entry))))

  const between = (from: string, to: string): string[] => {
    const all = entries.value.map(keyOf)
    const [a, b] = [all.indexOf(from), all.indexOf(to)]
    return a < 0 || b < 0 ? [to] : all.slice(Math.min(a, b), Math.max(a, b) + 1)
  }

  const toggle = (entry: QueueEntry, extend = false): void => {
    const key = keyOf(entry)
    const next = new Set(keys.value)
    const add = !next.has(key)
    for (const each of extend && last !== undefined ? between(last, key) : [key]) {
      if (add) next.add(each)
      else next.delete(each)
    }
    keys.value = next
    last = key
  }

  return {
    chosen, toggle, has: (entry: QueueEntry): boolean => keys.value.has(keyOf(entry)),
    all: (): void => { keys.value = new Set(entries.value.map(keyOf)) },
    clear: (): void => { keys.value = new Set(); last = undefined },
  }
}
