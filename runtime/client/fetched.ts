// What a page shows: fetched from the server, or the problem that stands in its place until it is asked for again.
import { shallowRef, type ShallowRef } from 'vue'
import type { Problem } from '#schemas/generated/types.ts'
import type { Reply } from './http.ts'

export interface Fetched<T> {
  value: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | undefined>
  load: () => Promise<void>
}

/** What was there stays on the screen while it is fetched again. */
export const fetched = <T>(ask: () => Promise<Reply<T>>): Fetched<T> => {
  const value = shallowRef<T>()
  const problem = shallowRef<Problem>()
  return {
    value, problem,
    load: async () => {
      problem.value = undefined
      const reply = await ask()
      if (reply.ok) value.value = reply.value
      else problem.value = reply.problem
    },
  }
}
