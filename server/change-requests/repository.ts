// Change requests: a draft as it was sent to review, and what the reviewer said.
import type { ChangeRequest, Procedure } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { ChangeRequestTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface StoredChangeRequest {
  changeRequest: ChangeRequest
  document: Procedure
  version: number
}

export interface LatestState {
  state: ChangeRequest['state']
  hash: string
}

const toChangeRequest = (row: Omit<ChangeRequestTable, 'document'>): ChangeRequest => ({
  id: row.id, procedureId: row.procedure_id, state: row.state, hash: row.hash, comment: row.comment, author: row.author, authorId: row.author_id, createdAt: row.created_at,
  ...(row.verdict !== null && row.decided_by !== null && row.decided_at !== null && {
    decision: { by: row.decided_by, at: row.decided_at, verdict: row.verdict, ...(row.decision_comment !== null && { comment: row.decision_comment }) },
  }),
})

const toStored = (row: ChangeRequestTable): StoredChangeRequest => ({ changeRequest: toChangeRequest(row), document: JSON.parse(row.document) as Procedure, version: row.version })

export interface ListedChangeRequest extends ChangeRequest {
  procedureName: string
}

const insert = ({ id, procedureId, state, hash, comment, author, authorId, createdAt }: ChangeRequest, document: Procedure): Write => ({
  sql: `INSERT INTO change_request (id, procedure_id, state, hash, document, comment, author_id, author, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  parameters: [id, procedureId, state, hash, JSON.stringify(document), comment, authorId ?? '', author, createdAt],
  expect: 1,
})

/** A newer request takes the place of those that were still open. */
const closeOpen = (procedureId: string): Write => ({
  sql: `UPDATE change_request SET state = 'closed', version = version + 1 WHERE procedure_id = ? AND state IN ('in-review', 'changes-asked', 'approved')`,
  parameters: [procedureId],
})

const decide = ({ id, state, decision }: ChangeRequest, deciderId: string, ifVersion: number): Write => ({
  sql: 'UPDATE change_request SET state = ?, decided_by_id = ?, decided_by = ?, decided_at = ?, verdict = ?, decision_comment = ?, version = version + 1 WHERE id = ? AND version = ?',
  parameters: [state, deciderId, decision?.by ?? null, decision?.at ?? null, decision?.verdict ?? null, decision?.comment ?? null, id, ifVersion],
  expect: 1,
})

const markPublished = (id: string, ifVersion: number): Write => ({
  sql: `UPDATE change_request SET state = 'published', version = version + 1 WHERE id = ? AND version = ? AND state = 'approved'`,
  parameters: [id, ifVersion],
  expect: 1,
})

/** The draft must still be what was decided about, in the same unit of work: nobody may save in between. */
const assertDraft = (procedureId: string, draftVersion: number): Write => ({
  sql: 'UPDATE procedure SET draft_version = draft_version WHERE id = ? AND draft_version = ?',
  parameters: [procedureId, draftVersion],
  expect: 1,
})

export const createChangeRequestRepository = (database: Database) => ({
  find: async (id: string): Promise<StoredChangeRequest | undefined> => {
    const [row] = await database.read<ChangeRequestTable>('SELECT * FROM change_request WHERE id = ?', [id])
    return row && toStored(row)
  },
  findLatest: async (procedureId: string): Promise<StoredChangeRequest | undefined> => {
    const [row] = await database.read<ChangeRequestTable>(`SELECT * FROM change_request WHERE procedure_id = ? ORDER BY created_at DESC, CASE state WHEN 'closed' THEN 1 ELSE 0 END, id LIMIT 1`, [procedureId])
    return row && toStored(row)
  },
  list: async (): Promise<ListedChangeRequest[]> =>
    (await database.read<Omit<ChangeRequestTable, 'document'> & { procedure_name: string }>(
      `SELECT r.id, r.procedure_id, r.state, r.hash, r.comment, r.author_id, r.author, r.created_at, r.decided_by_id, r.decided_by, r.decided_at, r.verdict, r.decision_comment, r.version,
              p.name AS procedure_name
       FROM change_request r JOIN procedure p ON p.id = r.procedure_id ORDER BY r.created_at DESC, r.id LIMIT 500`,
    )).map(({ procedure_name, ...row }) => ({ ...toChangeRequest(row), procedureName: procedure_name })),
  /** By procedure: the state of its newest request. */
  listLatestStates: async (): Promise<ReadonlyMap<string, LatestState>> => {
    const rows = await database.read<Pick<ChangeRequestTable, 'procedure_id' | 'state' | 'hash'>>(`SELECT procedure_id, state, hash FROM change_request ORDER BY created_at, CASE state WHEN 'closed' THEN 0 ELSE 1 END, id DESC`)
    return new Map(rows.map(({ procedure_id, state, hash }) => [procedure_id, { state, hash }]))
  },
  insert, closeOpen, decide, markPublished, assertDraft,
})
