// What came of playing changes through, as rows: kept with the request, by the content that was played.
import type { ChangeReplay } from '#schemas/generated/types.ts'
import type { ChangeReplayTable } from '../db/change-tables.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { ReplayGroup } from './replay-reading.ts'

/** Ids of dossiers by group and path. */
export type ReplayExampleIds = Record<ReplayGroup, Record<string, string[]>>

const insert = `INSERT INTO change_replay (request_id, hash, finished_at, result, examples) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (request_id, hash) DO UPDATE SET finished_at = excluded.finished_at, result = excluded.result, examples = excluded.examples`

export const keepReplay = (requestId: string, replay: ChangeReplay, examples: ReplayExampleIds, now: string): Write => ({
  sql: insert, parameters: [requestId, replay.hash, now, JSON.stringify(replay), JSON.stringify(examples)], expect: 1,
})

export const findReplay = async (database: Database, requestId: string, hash: string): Promise<{ replay: ChangeReplay; examples: ReplayExampleIds } | undefined> => {
  const [row] = await database.read<Pick<ChangeReplayTable, 'result' | 'examples'>>('SELECT result, examples FROM change_replay WHERE request_id = ? AND hash = ?', [requestId, hash])
  return row && { replay: JSON.parse(row.result) as ChangeReplay, examples: JSON.parse(row.examples) as ReplayExampleIds }
}
