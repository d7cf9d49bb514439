// Which change is being played through, in whichever process of the office, as rows: no two play the same one, each shows how far it
// has come, and whoever stops it stops it everywhere. A process that died is known by its silence.
import type { ChangeReplay } from '#schemas/generated/types.ts'
import type { ReplayRunTable } from '../db/change-tables.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'

const silentSince = (now: string): string => new Date(Date.parse(now) - limits.replaySilenceMs).toISOString()

/** A run of one content of a request. */
export interface Claim {
  requestId: string
  runId: string
}

const insert = `INSERT INTO replay_run (request_id, hash, run_id, state, view, seen_at) VALUES (?, ?, ?, 'running', ?, ?)
  ON CONFLICT (request_id) DO UPDATE SET hash = excluded.hash, run_id = excluded.run_id, state = excluded.state, view = excluded.view, seen_at = excluded.seen_at
  WHERE replay_run.state <> 'running' OR replay_run.hash <> excluded.hash OR replay_run.seen_at < ?`

/** Fails while another process plays the same content; another content takes its place. */
export const claimRun = ({ requestId, runId }: Claim, view: ChangeReplay, now: string): Write =>
  ({ sql: insert, parameters: [requestId, view.hash, runId, JSON.stringify(view), now, silentSince(now)], expect: 1 })

const own = `WHERE request_id = ? AND run_id = ? AND state = 'running'`

/** Fails where somebody stopped it, or plays another content. */
export const noteRun = ({ requestId, runId }: Claim, view: ChangeReplay, now: string): Write =>
  ({ sql: `UPDATE replay_run SET view = ?, seen_at = ? ${own}`, parameters: [JSON.stringify(view), now, requestId, runId], expect: 1 })

/** Fails as `noteRun` does: what was stopped at the last moment is not kept. */
export const releaseRun = ({ requestId, runId }: Claim): Write => ({ sql: `DELETE FROM replay_run ${own}`, parameters: [requestId, runId], expect: 1 })

export const failRun = ({ requestId, runId }: Claim): Write => ({ sql: `UPDATE replay_run SET state = 'failed' ${own}`, parameters: [requestId, runId] })

/** Wherever it runs. */
export const stopRun = (requestId: string): Write => ({ sql: `UPDATE replay_run SET state = 'cancelled' WHERE request_id = ? AND state = 'running'`, parameters: [requestId] })

/** What is under way for this content, or was left in the middle. */
export const findRun = async (database: Database, requestId: string, hash: string, now: string): Promise<ChangeReplay | undefined> => {
  const [row] = await database.read<Pick<ReplayRunTable, 'state' | 'view' | 'seen_at'>>('SELECT state, view, seen_at FROM replay_run WHERE request_id = ? AND hash = ?', [requestId, hash])
  return row && { ...JSON.parse(row.view) as ChangeReplay, state: row.state === 'running' && row.seen_at < silentSince(now) ? 'failed' : row.state }
}
