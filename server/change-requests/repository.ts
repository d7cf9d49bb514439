// Change requests as rows: a draft as it is held for review, what reviewers said of it, and what its author plans.
import { decisionOf } from '#core/change/change-request.ts'
import type { ChangeRequest, Procedure } from '#schemas/generated/types.ts'
import type { ChangeRequestTable } from '../db/change-tables.ts'
import type { Database } from '../db/database.ts'
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

export interface ListedChangeRequest extends ChangeRequest {
  procedureName: string
}

type Content = Pick<ChangeRequest, 'parts' | 'approvals' | 'meanings' | 'disposition' | 'legalBasis'>

const isOpen = `state IN ('in-review', 'changes-asked', 'approved', 'scheduled')`

/** What is under way is the latest, then what was sent last; what was closed gave way to something else. */
const latestFirst = `CASE WHEN ${isOpen} THEN 0 ELSE 1 END, created_at DESC, CASE state WHEN 'closed' THEN 1 ELSE 0 END, id`

const toChangeRequest = (row: Omit<ChangeRequestTable, 'document'>): ChangeRequest => ({
  id: row.id, procedureId: row.procedure_id, state: row.state, ...(row.base !== null && { base: row.base }), hash: row.hash, comment: row.comment,
  author: row.author, authorId: row.author_id, createdAt: row.created_at, ...(row.publish_at !== null && { publishAt: row.publish_at }), ...(JSON.parse(row.content) as Content),
})

/** As it goes out: with the one decision that a reader of the whole looks for. */
export const viewRequest = (request: ChangeRequest): ChangeRequest => {
  const decision = decisionOf(request)
  return { ...request, ...(decision && { decision }) }
}

const toStored = (row: ChangeRequestTable): StoredChangeRequest =>
  ({ changeRequest: toChangeRequest(row), document: JSON.parse(row.document) as Procedure, version: row.version })

const contentOf = ({ parts, approvals, meanings, disposition, legalBasis }: ChangeRequest): string =>
  JSON.stringify({ parts, approvals, meanings, disposition, legalBasis } satisfies { [Name in keyof Content]: unknown })

const insert = (request: ChangeRequest, document: Procedure): Write => ({
  sql: `INSERT INTO change_request (id, procedure_id, state, base, hash, document, comment, author_id, author, created_at, publish_at, content, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  parameters: [
    request.id, request.procedureId, request.state, request.base ?? null, request.hash, JSON.stringify(document), request.comment, request.authorId ?? '', request.author,
    request.createdAt, request.publishAt ?? null, contentOf(request),
  ],
  expect: 1,
})

/** Over the version that was read; the document only where it is another one. */
const save = (request: ChangeRequest, { version, changeRequest }: StoredChangeRequest, document: Procedure): Write[] => [
  {
    sql: 'UPDATE change_request SET state = ?, base = ?, hash = ?, comment = ?, publish_at = ?, content = ?, version = version + 1 WHERE id = ? AND version = ?',
    parameters: [request.state, request.base ?? null, request.hash, request.comment, request.publishAt ?? null, contentOf(request), request.id, version],
    expect: 1,
  },
  ...(request.hash === changeRequest.hash ? [] : [{ sql: 'UPDATE change_request SET document = ? WHERE id = ?', parameters: [JSON.stringify(document), request.id], expect: 1 }]),
]

/** The draft must still be what was decided about, in the same unit of work: nobody may save in between. */
const assertDraft = (procedureId: string, draftVersion: number): Write => ({
  sql: 'UPDATE procedure SET draft_version = draft_version WHERE id = ? AND draft_version = ?',
  parameters: [procedureId, draftVersion],
  expect: 1,
})

const select = 'SELECT * FROM change_request'
const columns = 'r.id, r.procedure_id, r.state, r.base, r.hash, r.comment, r.author_id, r.author, r.created_at, r.publish_at, r.content, r.version'

export const createChangeRequestRepository = (database: Database) => {
  const one = async (sql: string, parameters: readonly unknown[]): Promise<StoredChangeRequest | undefined> => {
    const [row] = await database.read<ChangeRequestTable>(sql, parameters)
    return row && toStored(row)
  }
  return {
    find: (id: string) => one(`${select} WHERE id = ?`, [id]),
    /** The one that is under way; a procedure has one at most. */
    findOpen: (procedureId: string) => one(`${select} WHERE procedure_id = ? AND ${isOpen}`, [procedureId]),
    findLatest: (procedureId: string) => one(`${select} WHERE procedure_id = ? ORDER BY ${latestFirst} LIMIT 1`, [procedureId]),
    list: async (): Promise<ListedChangeRequest[]> =>
      (await database.read<Omit<ChangeRequestTable, 'document'> & { procedure_name: string }>(
        `SELECT ${columns}, p.name AS procedure_name FROM change_request r JOIN procedure p ON p.id = r.procedure_id ORDER BY r.created_at DESC, r.id LIMIT 500`,
      )).map(({ procedure_name, ...row }) => ({ ...viewRequest(toChangeRequest(row)), procedureName: procedure_name })),
    /** By procedure: the state of its newest request. */
    listLatestStates: async (): Promise<ReadonlyMap<string, LatestState>> => {
      const rows = await database.read<Pick<ChangeRequestTable, 'procedure_id' | 'state' | 'hash'>>(`SELECT procedure_id, state, hash FROM change_request ORDER BY ${latestFirst}`)
      return new Map(rows.reverse().map(({ procedure_id, state, hash }) => [procedure_id, { state, hash }]))
    },
    /** Ids of those whose time has come, the longest due first. */
    listDue: async (now: string): Promise<string[]> =>
      (await database.read<{ id: string }>(`SELECT id FROM change_request WHERE state = 'scheduled' AND publish_at <= ? ORDER BY publish_at, id LIMIT 100`, [now])).map(({ id }) => id),
    insert, save, assertDraft,
  }
}
