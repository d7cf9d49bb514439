// The releases of a procedure: each time that a revision came into force, first things first. The same revision may come into force
// again. Read by the history, by those who read the data, and by packages.
import type { Disposition, Procedure } from '#schemas/generated/types.ts'
import type { ChangeClass } from '#core/change/change-class.ts'
import { listProcedureEvents } from '../audit/procedure-events.ts'
import type { Database } from '../db/database.ts'
import type { RevisionTable } from '../db/tables.ts'

/** What the history keeps of why and how; of the oldest it has nothing. */
export interface ReleaseReasons {
  comment?: string
  legalBasis?: string
  class?: ChangeClass
  base?: string
  disposition?: Disposition
  approvals?: { part: string; by: string; at: string }[]
}

export interface Release extends ReleaseReasons {
  revision: string
  at: string
  by: string
  requestId?: string
  /** Of this release: when the office took it back, and why. */
  withdrawn?: { at: string; by: string; reason: string }
}

type Row = Pick<RevisionTable, 'hash' | 'published_at' | 'published_by' | 'change_request_id'>

const ofRow = ({ hash, published_at, published_by, change_request_id }: Row): Release =>
  ({ revision: hash, at: published_at, by: published_by, ...(change_request_id !== null && { requestId: change_request_id }) })

export const listReleases = async (database: Database, procedureId: string): Promise<Release[]> => {
  const [events, rows] = await Promise.all([
    listProcedureEvents(database, procedureId),
    database.read<Row>('SELECT hash, published_at, published_by, change_request_id FROM revision WHERE procedure_id = ? ORDER BY published_at, hash', [procedureId]),
  ])
  const told = new Set(events.flatMap(({ type, revision }) => (type === 'published' && revision !== undefined ? [revision] : [])))
  // What was published before there was a history has a row alone.
  const releases = rows.filter(({ hash }) => !told.has(hash)).map(ofRow)
  for (const { type, revision, at, actor, requestId, content } of events) {
    if (revision === undefined) continue
    if (type === 'published') releases.push({ revision, at, by: actor, ...(requestId !== undefined && { requestId }), ...(content as ReleaseReasons) })
    const last = type === 'withdrawn' ? releases.findLast((each) => each.revision === revision) : undefined
    if (last) last.withdrawn = { at, by: actor, reason: String(content?.['reason'] ?? '') }
  }
  return releases
}

/** The documents of all revisions, by hash. */
export const readDocuments = async (database: Database, procedureId: string): Promise<Map<string, Procedure>> => {
  const rows = await database.read<Pick<RevisionTable, 'hash' | 'document'>>('SELECT hash, document FROM revision WHERE procedure_id = ?', [procedureId])
  return new Map(rows.map(({ hash, document }) => [hash, JSON.parse(document) as Procedure]))
}

/** The procedure that is known by a code to everybody; of several the one that is in force, then the oldest. */
export const releasedByCode = async (database: Database, code: string): Promise<string | undefined> => {
  const [row] = await database.read<{ id: string }>(
    `SELECT p.id FROM procedure p WHERE p.code = ? AND EXISTS (SELECT 1 FROM revision r WHERE r.procedure_id = p.id)
     ORDER BY CASE WHEN p.published_hash IS NULL THEN 1 ELSE 0 END, p.created_at, p.id LIMIT 1`, [code])
  return row?.id
}
