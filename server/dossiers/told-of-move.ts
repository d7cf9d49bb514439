// Letters to applicants whose draft, or open dossier, came over to a new revision. Of a draft one letter goes out until its applicant has
// looked: several publications in a row are one piece of news.
import type { Dossier } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { MoveNews } from '../outbox/notify-moved.ts'
import { promiseMoveNotice, promiseOne } from '../outbox/repository.ts'

interface Move {
  request_id: string
}

const newsId = (dossierId: string, { request_id }: Move): string => `moved:${dossierId}:${request_id}`

/** What an officer is still entering is not the applicant's yet: they are told nothing of it. */
export const tellOfDraft = ({ id, intake }: Dossier, move: Move, now: string): Write[] => (intake ? [] : [
  promiseMoveNotice(newsId(id, move), id, { what: 'draft', requestId: move.request_id } satisfies MoveNews, now),
  { sql: 'INSERT INTO unread_move (dossier_id, told_at) VALUES (?, ?) ON CONFLICT (dossier_id) DO NOTHING', parameters: [id, now] },
])

export const tellOfOpen = ({ id }: Dossier, move: Move, now: string): Write =>
  promiseOne(newsId(id, move), id, { kind: 'notify-moved', payload: { what: 'open', requestId: move.request_id } satisfies MoveNews }, now)

/** The applicant has looked: of the next change they are told again. */
export const noteLooked = async (database: Database, dossierId: string): Promise<void> => {
  const [unread] = await database.read('SELECT 1 AS n FROM unread_move WHERE dossier_id = ?', [dossierId])
  if (unread) await database.commit([{ sql: 'DELETE FROM unread_move WHERE dossier_id = ?', parameters: [dossierId] }])
}
