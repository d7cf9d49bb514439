// The work that nobody clicks for: carrying out promises, what happens by itself when its hour has come, finding
// words, sweeping away leftovers.
import type { Deps } from '../deps.ts'
import { fireDueTimers, keepStatistics, keepWordsFound, moveDue, publishDue } from '../features.ts'
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
    runEvery(limits.timerPauseMs, 'timers', deps.log, async () => {
      await fireDueTimers(deps)
      return false
    }),
    runEvery(limits.publicationPauseMs, 'publications', deps.log, async () => {
      await publishDue(deps)
      return false
    }),
    runEvery(limits.movePauseMs, 'moves', deps.log, () => moveDue(deps)),
    runEvery(limits.wordsPauseMs, 'words', deps.log, keepWordsFound(deps)),
    runEvery(limits.statisticsPauseMs, 'statistics', deps.log, () => keepStatistics(deps)),
    runEvery(limits.sweepPauseMs, 'sweep', deps.log, async () => {
      const more = await forgetGuests(deps)
      await sweepFiles(deps)
      await sweepRows(deps)
      return more
    }),
  ]
  return { stop: async () => void await Promise.all(jobs.map((job) => job.stop())) }
}
