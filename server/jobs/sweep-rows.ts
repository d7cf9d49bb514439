// Forgets what nobody needs any more: old counts of attempts, answers to repeated requests, ended sessions, promises
// that were kept long ago.
import type { Deps } from '../deps.ts'
import { limits } from '../limits.ts'

export const sweepRows = async ({ database, now }: Pick<Deps, 'database' | 'now'>): Promise<void> => {
  const before = (ms: number): string => new Date(Date.parse(now()) - ms).toISOString()
  await database.commit([
    { sql: 'DELETE FROM rate_limit WHERE began_at < ?', parameters: [before(limits.missesPerPrefix.seconds * 1000)] },
    { sql: 'DELETE FROM idempotency WHERE created_at < ?', parameters: [before(limits.keepAnswersMs)] },
    { sql: `DELETE FROM outbox WHERE state = 'done' AND created_at < ?`, parameters: [before(limits.keepDoneEffectsMs)] },
    { sql: 'DELETE FROM "session" WHERE "expiresAt" < ?', parameters: [now()] },
  ])
}
