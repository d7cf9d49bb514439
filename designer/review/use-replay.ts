// The trial run of a change as the page follows it: begun by hand, looked at while it goes on, stopped; told apart from one of an
// earlier content. Where none can be had, the page says so and keeps to the classes.
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import type { Reply } from '#runtime/client/http.ts'
import type { ChangeReplay, Problem } from '#schemas/generated/types.ts'
import { cancelReplay, fetchReplay, startReplay } from '../client/replays.ts'

/** How often a run that goes on is looked at, in ms. */
const pause = 700

export const useReplay = (id: () => string, hash: () => string) => {
  const told = shallowRef<ChangeReplay>()
  const problem = shallowRef<Problem>()
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false

  const take = (reply: Reply<ChangeReplay>): void => {
    problem.value = reply.ok ? undefined : reply.problem
    if (reply.ok) told.value = reply.value
    clearTimeout(timer)
    if (reply.ok && reply.value.state === 'running' && !isGone) timer = setTimeout(() => void load(), pause)
  }
  const load = async (): Promise<void> => take(await fetchReplay(id()))

  const act = (ask: (id: string) => Promise<Reply<unknown>>) => async (): Promise<void> => {
    busy.value = true
    const reply = await ask(id())
    busy.value = false
    if (reply.ok) await load()
    else problem.value = reply.problem
  }
  onBeforeUnmount(() => { isGone = true; clearTimeout(timer) })

  const run = computed(() => (told.value?.state === 'none' ? undefined : told.value))
  const isStale = computed(() => run.value !== undefined && run.value.hash !== hash())
  return {
    run, problem, busy, load, isStale,
    start: act(startReplay),
    cancel: act(cancelReplay),
    isRunning: computed(() => run.value?.state === 'running' && !isStale.value),
    /** Numbers of this very content, as far as they are there. */
    numbers: computed(() => (isStale.value || run.value?.state === 'failed' ? undefined : run.value)),
    isUnavailable: computed(() => problem.value !== undefined || run.value?.state === 'failed'),
  }
}

export type Replay = ReturnType<typeof useReplay>
