// The part of the queue that is looked at: its rows as far as they were asked for, and how much each tab holds. An answer to an
// earlier question never replaces the answer to the present one.
import { onMounted, onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import { countQueue, listQueue } from '#runtime/client/queue.ts'
import type { Problem, QueueCounts, QueueEntry, QueueFilters } from '#schemas/generated/types.ts'

/** A dossier may be there twice: to act in it and to give an opinion. */
export const keyOf = ({ dossierId, kind, part }: Pick<QueueEntry, 'dossierId' | 'kind' | 'part'>): string => [dossierId, kind, part ?? ''].join('/')

export const useQueue = (filters: Ref<QueueFilters>) => {
  const entries = shallowRef<QueueEntry[]>()
  const counts = shallowRef<QueueCounts>()
  const next = ref<string>()
  const problem = shallowRef<Problem>()
  const now = ref(Date.now())
  let asking: AbortController | undefined

  const count = async (): Promise<void> => {
    const reply = await countQueue()
    if (reply.ok) counts.value = reply.value
  }

  const load = async (after?: string): Promise<void> => {
    asking?.abort()
    const mine = asking = new AbortController()
    const reply = await listQueue(filters.value, after, mine.signal)
    if (asking !== mine) return
    problem.value = reply.ok ? undefined : reply.problem
    if (!reply.ok) return
    now.value = Date.now()
    entries.value = after === undefined ? reply.value.tasks : [...entries.value ?? [], ...reply.value.tasks]
    next.value = reply.value.next
  }
  const reload = async (): Promise<void> => { await Promise.all([load(), count()]) }

  watch(filters, (present, before) => {
    if (present.tab !== before.tab) entries.value = undefined
    void load()
  })
  // Colleagues work on the same queue: whoever comes back to the window sees it as it is.
  const refresh = (): void => { if (document.visibilityState === 'visible') void reload() }
  onMounted(() => { void reload(); document.addEventListener('visibilitychange', refresh) })
  onUnmounted(() => { asking?.abort(); document.removeEventListener('visibilitychange', refresh) })

  return { entries, counts, next, problem, now, reload, more: () => load(next.value) }
}
