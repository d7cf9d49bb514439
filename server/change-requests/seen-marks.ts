// Which differences a person has looked at, each with a digest of its content: one that changed since is unseen again, whatever
// happens to the others.
import type { MarkSeen, SeenMarks } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { ChangeSeenTable } from '../db/change-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export const listSeen = async (database: Database, requestId: string, accountId: string): Promise<SeenMarks> => ({
  marks: await database.read<Pick<ChangeSeenTable, 'difference' | 'digest'>>(
    'SELECT difference, digest FROM change_seen WHERE request_id = ? AND account_id = ? ORDER BY difference LIMIT 2000', [requestId, accountId]),
})

export const markSeen = async (database: Database, requestId: string, accountId: string, { seen = [], unseen = [] }: MarkSeen): Promise<SeenMarks> => {
  const writes: Write[] = [
    ...unseen.map((difference) => ({ sql: 'DELETE FROM change_seen WHERE request_id = ? AND account_id = ? AND difference = ?', parameters: [requestId, accountId, difference] })),
    ...seen.map(({ difference, digest }) => ({
      sql: `INSERT INTO change_seen (request_id, account_id, difference, digest) VALUES (?, ?, ?, ?)
            ON CONFLICT (request_id, account_id, difference) DO UPDATE SET digest = excluded.digest`,
      parameters: [requestId, accountId, difference, digest],
    })),
  ]
  await database.commit(writes)
  return listSeen(database, requestId, accountId)
}
