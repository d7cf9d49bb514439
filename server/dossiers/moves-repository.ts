// How far drafts and open dossiers have come over to a revision, as rows: begun with the publication, gone on with slice by slice,
// the same after a restart.
import { countStaying, type Staying } from '#core/change/stays-behind.ts'
import type { ChangeMigration, ChangeRequest, MoveProgress } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { RevisionMoveLeftTable, RevisionMoveTable } from '../db/change-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export type RevisionMove = RevisionMoveTable

const insert = `INSERT INTO revision_move (request_id, what, procedure_id, revision, after_id, pass, moved, begun_at, done_at) VALUES (?, ?, ?, ?, '', 1, 0, ?, NULL)`

/** What the disposition of a change that is published sets going. */
export const beginMoves = ({ id, procedureId, hash, disposition }: ChangeRequest, now: string): Write[] => {
  const wanted = !disposition ? [] : [...(disposition.drafts === 'move' ? ['drafts'] : []), ...(disposition.open === 'migrate' ? ['open'] : [])]
  return wanted.map((what) => ({ sql: insert, parameters: [id, what, procedureId, hash, now], expect: 1 }))
}

const which = 'WHERE request_id = ? AND what = ?'

/** One more has come over; in the unit of work that brings it. */
export const countMoved = ({ request_id, what }: RevisionMove, by = 1): Write => ({ sql: `UPDATE revision_move SET moved = moved + ? ${which}`, parameters: [by, request_id, what], expect: 1 })

/** On to the next slice, from where this one began. */
export const advance = ({ request_id, what, after_id, pass }: RevisionMove, afterId: string): Write => ({
  sql: `UPDATE revision_move SET after_id = ? ${which} AND after_id = ? AND pass = ?`, parameters: [afterId, request_id, what, after_id, pass], expect: 1,
})

/** From the beginning again: somebody may have been in the middle of a save. */
export const nextPass = ({ request_id, what, pass }: RevisionMove): Write => ({
  sql: `UPDATE revision_move SET after_id = '', pass = pass + 1 ${which} AND pass = ?`, parameters: [request_id, what, pass], expect: 1,
})

export const finishMove = ({ request_id, what }: RevisionMove, now: string): Write => ({ sql: `UPDATE revision_move SET done_at = ? ${which} AND done_at IS NULL`, parameters: [now, request_id, what], expect: 1 })

export const leave = ({ request_id }: RevisionMove, dossierId: string, { why, step }: Staying): Write => ({
  sql: 'INSERT INTO revision_move_left (request_id, dossier_id, why, step) VALUES (?, ?, ?, ?) ON CONFLICT (request_id, dossier_id) DO NOTHING', parameters: [request_id, dossierId, why, step ?? null],
})

const countLeft = `SELECT COUNT(*) AS n FROM dossier d WHERE d.procedure_id = ? AND d.state = ? AND d.revision <> ?`

export const createMovesRepository = (database: Database) => ({
  listWaiting: (): Promise<RevisionMove[]> => database.read<RevisionMove>('SELECT * FROM revision_move WHERE done_at IS NULL ORDER BY begun_at, request_id, what LIMIT 20'),
  /** Those of the slice that are still under another revision; what was left behind is not looked at again. */
  listSlice: async ({ request_id, what, procedure_id, revision, after_id }: RevisionMove, most: number): Promise<string[]> =>
    (await database.read<{ id: string }>(
      `SELECT d.id FROM dossier d WHERE d.procedure_id = ? AND d.state = ? AND d.id > ? AND d.revision <> ?
       AND NOT EXISTS (SELECT 1 FROM revision_move_left l WHERE l.request_id = ? AND l.dossier_id = d.id) ORDER BY d.id LIMIT ?`,
      [procedure_id, what === 'drafts' ? 'draft' : 'open', after_id, revision, request_id, most])).map(({ id }) => id),
  show: async (requestId: string): Promise<ChangeMigration> => {
    const moves = await database.read<RevisionMove>('SELECT * FROM revision_move WHERE request_id = ?', [requestId])
    const left = await database.read<RevisionMoveLeftTable>('SELECT * FROM revision_move_left WHERE request_id = ? LIMIT 100000', [requestId])
    const progress = async ({ what, procedure_id, revision, moved, done_at }: RevisionMove): Promise<MoveProgress> => {
      const [still] = await database.read<{ n: number | string }>(countLeft, [procedure_id, what === 'drafts' ? 'draft' : 'open', revision])
      const stays = what === 'open' ? countStaying(left.map(({ why, step }) => ({ why, ...(step !== null && { step }) }))) : []
      return { state: done_at === null ? 'running' : 'done', moved: Number(moved), left: Number(still?.n ?? 0), stays }
    }
    return Object.fromEntries(await Promise.all(moves.map(async (move) => [move.what, await progress(move)])))
  },
})
