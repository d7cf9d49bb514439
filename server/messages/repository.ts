// Messages of a dossier as rows, chained by hashes like the audit trail: one that is changed, removed or slipped in later
// is found. Beside them, how far each side has read.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { Message } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { MessageReadTable, MessageTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export type Side = Message['side']

export interface StoredMessage extends Message {
  /** The officer's unit, for the applicant's eyes; '' for the applicant. */
  unit: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

// The text goes in as a digest salted with the dossier, so that a text that has to be erased does not break the chain.
const chain = ({ hash: _hash, text, ...row }: MessageTable): string => sha256(row.prev + canonicalJson({ ...row, number: Number(row.number), text: sha256(`${row.dossier_id}\n${text}`) }))

const insertOne = 'INSERT INTO message (dossier_id, number, at, side, author_id, author, unit, text, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

/** Its number must be free: somebody who wrote at the same moment makes the unit fail. */
export const insertMessage = (row: Omit<MessageTable, 'hash'>): Write => ({
  sql: insertOne, parameters: [row.dossier_id, row.number, row.at, row.side, row.author_id, row.author, row.unit, row.text, row.prev, chain({ ...row, hash: '' })], expect: 1,
})

export const listMessages = async (database: Database, dossierId: string): Promise<StoredMessage[]> =>
  (await database.read<MessageTable>('SELECT * FROM message WHERE dossier_id = ? ORDER BY number', [dossierId]))
    .map(({ number, at, side, author, unit, text }) => ({ number: Number(number), at, side, author, unit, text }))

export const lastMessage = async (database: Database, dossierId: string): Promise<{ number: number; hash: string }> => {
  const [row] = await database.read<MessageTable>('SELECT number, hash FROM message WHERE dossier_id = ? ORDER BY number DESC LIMIT 1', [dossierId])
  return row ? { number: Number(row.number), hash: row.hash } : { number: 0, hash: '' }
}

/** Number of the last message that each side has read. */
export const readMarks = async (database: Database, dossierId: string): Promise<Record<Side, number>> => {
  const rows = await database.read<MessageReadTable>('SELECT side, number FROM message_read WHERE dossier_id = ?', [dossierId])
  const of = (side: Side): number => Number(rows.find((row) => row.side === side)?.number ?? 0)
  return { applicant: of('applicant'), office: of('office') }
}

/** Marks only go forward, and never beyond what was written. */
export const markRead = (dossierId: string, side: Side, number: number, now: string): Write => ({
  sql: `INSERT INTO message_read (dossier_id, side, number, read_at)
    SELECT CAST(? AS TEXT), CAST(? AS TEXT), MAX(m.number), CAST(? AS TEXT) FROM message m WHERE m.dossier_id = ? AND m.number <= ? HAVING MAX(m.number) IS NOT NULL
    ON CONFLICT (dossier_id, side) DO UPDATE SET number = excluded.number, read_at = excluded.read_at WHERE excluded.number > message_read.number`,
  parameters: [dossierId, side, now, dossierId, number],
})

/** Whether every message follows from the one before. */
export const verifyMessages = async (database: Database, dossierId: string): Promise<boolean> => {
  const rows = await database.read<MessageTable>('SELECT * FROM message WHERE dossier_id = ? ORDER BY number', [dossierId])
  return rows.every((row, i) => Number(row.number) === i + 1 && row.prev === (rows[i - 1]?.hash ?? '') && row.hash === chain(row))
}

/** Dossiers of an applicant with messages of the office that were not read. */
export const countUnread = async (database: Database, applicantId: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await database.read<{ dossier_id: string; n: number }>(
    `SELECT m.dossier_id, COUNT(*) AS n FROM message m JOIN dossier d ON d.id = m.dossier_id LEFT JOIN message_read r ON r.dossier_id = m.dossier_id AND r.side = 'applicant'
     WHERE d.applicant_id = ? AND m.side = 'office' AND m.number > COALESCE(r.number, 0) GROUP BY m.dossier_id`, [applicantId])
  return new Map(rows.map(({ dossier_id, n }) => [dossier_id, Number(n)]))
}
