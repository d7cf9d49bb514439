// The audit trail: one row for each thing that happened to a dossier, written in the same unit of work, chained by
// hashes so that a row that is changed, removed or slipped in later is found.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { DossierEvent } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { AuditTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

/** What happened; `data` is what the dossier holds after it, of which only a digest is kept (erasure does not break the chain). */
export interface AuditEntry extends Omit<DossierEvent, 'hash'> {
  data: unknown
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

// Rows of before anybody could act for another, and of before a step's due date was kept, have no such column in their hash.
const chain = ({ hash: _hash, on_behalf_of, step_due_at, ...row }: AuditTable): string => sha256(row.prev + canonicalJson({ ...row, on_behalf_of: on_behalf_of ?? undefined, step_due_at: step_due_at ?? undefined }))

const insert = `INSERT INTO audit (dossier_id, version, at, type, actor_id, actor, action, from_step, to_step, reason, data_digest, on_behalf_of, step_due_at, prev, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Adds the row to a unit of work. `prev` is the hash of the dossier's last row, '' for the first; gives the new hash. */
export const appendAudit = (writes: Write[], entry: AuditEntry, prev: string): string => {
  const row: AuditTable = {
    dossier_id: entry.dossierId,
    version: entry.version,
    at: entry.at,
    type: entry.type,
    actor_id: entry.actorId ?? null,
    actor: entry.actor,
    action: entry.action ?? null,
    from_step: entry.from ?? null,
    to_step: entry.to ?? null,
    reason: entry.reason ?? null,
    // Salted with the dossier, so that equal answers of two people do not show.
    data_digest: sha256(`${entry.dossierId}\n${canonicalJson(entry.data)}`),
    on_behalf_of: entry.onBehalfOf ?? null,
    step_due_at: entry.stepDueAt ?? null,
    prev,
    hash: '',
  }
  const hash = chain(row)
  const { dossier_id, version, at, type, actor_id, actor, action, from_step, to_step, reason, data_digest, on_behalf_of, step_due_at } = row
  writes.push({ sql: insert, parameters: [dossier_id, version, at, type, actor_id, actor, action, from_step, to_step, reason, data_digest, on_behalf_of, step_due_at, prev, hash], expect: 1 })
  return hash
}

const toEvent = (row: AuditTable): DossierEvent => ({
  dossierId: row.dossier_id,
  version: row.version,
  at: row.at,
  type: row.type as DossierEvent['type'],
  actor: row.actor,
  ...(row.actor_id !== null && { actorId: row.actor_id }),
  ...(row.action !== null && { action: row.action }),
  ...(row.from_step !== null && { from: row.from_step }),
  ...(row.to_step !== null && { to: row.to_step }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.on_behalf_of !== null && { onBehalfOf: row.on_behalf_of }),
  ...(row.step_due_at !== null && { stepDueAt: row.step_due_at }),
  hash: row.hash,
})

/** What happened to a dossier, first things first. */
export const listEvents = async (database: Database, dossierId: string): Promise<DossierEvent[]> =>
  (await database.read<AuditTable>('SELECT * FROM audit WHERE dossier_id = ? ORDER BY version', [dossierId])).map(toEvent)

/** The hash that the next row must follow; '' when nothing happened yet. */
export const lastAuditHash = async (database: Database, dossierId: string): Promise<string> => {
  const [last] = await database.read<{ hash: string }>('SELECT hash FROM audit WHERE dossier_id = ? ORDER BY version DESC LIMIT 1', [dossierId])
  return last?.hash ?? ''
}

export interface AuditFault {
  dossierId: string
  version: number
  what: 'changed' | 'broken-chain' | 'missing-end'
}

export interface AuditVerdict {
  rows: number
  faults: AuditFault[]
}

const pageSize = 5000

/** Follows every chain. A dossier that was filed must have rows up to a state that its header also shows. */
export const verifyAudit = async (database: Database): Promise<AuditVerdict> => {
  const faults: AuditFault[] = []
  let rows = 0
  let last: Pick<AuditTable, 'dossier_id' | 'version' | 'hash'> = { dossier_id: '', version: -1, hash: '' }
  for (;;) {
    const page = await database.read<AuditTable>(
      'SELECT * FROM audit WHERE dossier_id > ? OR (dossier_id = ? AND version > ?) ORDER BY dossier_id, version LIMIT ?',
      [last.dossier_id, last.dossier_id, last.version, pageSize])
    for (const row of page) {
      const expected = row.dossier_id === last.dossier_id ? last.hash : ''
      if (row.prev !== expected) faults.push({ dossierId: row.dossier_id, version: row.version, what: 'broken-chain' })
      if (chain(row) !== row.hash) faults.push({ dossierId: row.dossier_id, version: row.version, what: 'changed' })
      last = row
    }
    rows += page.length
    if (page.length < pageSize) break
  }
  return { rows, faults: [...faults, ...await findMissingEnds(database)] }
}

/** A chain alone cannot see that its last rows were cut off; the header knows the last version. */
const findMissingEnds = async (database: Database): Promise<AuditFault[]> => {
  const cut = await database.read<{ id: string; version: number }>(
    `SELECT d.id, d.version FROM dossier d WHERE d.state <> 'draft'
     AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.dossier_id = d.id AND a.version = d.version)`)
  return cut.map((dossier) => ({ dossierId: dossier.id, version: dossier.version, what: 'missing-end' }))
}
