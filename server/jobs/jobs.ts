// The work that nobody clicks for: carrying out promises, moving on what is overdue, sweeping away leftovers.
import type { Deps } from '../deps.ts'
import { expireDueSteps } from '../features.ts'
import { sweepFiles } from '../files/sweep-files.ts'
import { forgetGuests } from '../guests/forget-guests.ts'
import { dispatchOnce } from '../outbox/dispatcher.ts'
import { createHandlers } from '../outbox/handlers.ts'
import { limits } from '../limits.ts'
import { sweepRows } from './sweep-rows.ts'
import { runEvery, type Job } from './run-every.ts'

export const startJobs = (deps: Deps): Job => {
  const handlers = createHandlers(deps)
  const jobs = [
    runEvery(limits.outboxPauseMs, 'outbox', deps.log, async () => await dispatchOnce(deps, handlers) > 0),
    runEvery(limits.expiryPauseMs, 'expiry', deps.log, async () => {
      await expireDueSteps(deps)
      return false
    }),
    runEvery(limits.sweepPauseMs, 'sweep', deps.log, async () => {
      const more = await forgetGuests(deps)
      await sweepFiles(deps)
      await sweepRows(deps)
      return more
    }),
  ]
  return { stop: async () => void await Promise.all(jobs.map((job) => job.stop())) }
}
