// What is said about a change: read once, and each act answered with the thread as it is then.
import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Reply } from '#runtime/client/http.ts'
import type { CommentAnchor, CommentThread, Problem } from '#schemas/generated/types.ts'
import { beginThread, fetchThreads, replyToThread, settleThread } from '../client/change-comments.ts'

/** The problem, if there is one. */
type Told = Promise<Problem | undefined>

export interface Threads {
  threads: ShallowRef<readonly CommentThread[]>
  problem: ShallowRef<Problem | undefined>
  open: ComputedRef<number>
  load(): Promise<void>
  begin(anchor: CommentAnchor, body: string): Told
  reply(thread: CommentThread, body: string): Told
  settle(thread: CommentThread): Told
}

const threadsKey: InjectionKey<Threads> = Symbol('threads')

/** Those of the change that the page is about. */
export const useThreads = (): Threads => {
  const threads = inject(threadsKey, undefined)
  if (!threads) throw new Error('This piece stands outside of a change request')
  return threads
}

export const provideThreads = (id: () => string): Threads => {
  const threads = shallowRef<readonly CommentThread[]>([])
  const problem = shallowRef<Problem>()

  const load = async (): Promise<void> => {
    const reply = await fetchThreads(id())
    problem.value = reply.ok ? undefined : reply.problem
    if (reply.ok) threads.value = reply.value.threads
  }
  const take = (reply: Reply<CommentThread>): Problem | undefined => {
    if (!reply.ok) return reply.problem
    const isKnown = threads.value.some((each) => each.id === reply.value.id)
    threads.value = isKnown ? threads.value.map((each) => (each.id === reply.value.id ? reply.value : each)) : [...threads.value, reply.value]
    return undefined
  }
  const provided: Threads = {
    threads, problem, load,
    open: computed(() => threads.value.filter(({ state }) => state === 'open').length),
    begin: async (anchor, body) => take(await beginThread(id(), anchor, body)),
    reply: async ({ id: thread }, body) => take(await replyToThread(id(), thread, body)),
    settle: async ({ id: thread, state }) => take(await settleThread(id(), thread, state === 'open' ? 'resolved' : 'open')),
  }
  provide(threadsKey, provided)
  return provided
}
