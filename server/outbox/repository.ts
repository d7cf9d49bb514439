// Promises to the outside world: kept in the same unit of work as the dossier that makes them, carried out afterwards.
// An effect's id makes a repetition harmless at the receiver.
import type { Database } from '../db/database.ts'
import type { OutboxTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface Effect {
  kind: string
  payload: unknown
}

export interface Promised {
  id: string
  dossierId?: string
  kind: string
  payload: unknown
  attempts: number
  /** The instant of what it tells of. */
  promisedAt: string
}

const insert = (count: number): string => `INSERT INTO outbox (id, dossier_id, kind, payload, state, attempts, next_at, created_at) VALUES ${Array(count).fill("(?, ?, ?, ?, 'waiting', 0, ?, ?)").join(', ')}`

/** Adds the effects of one transition to a unit of work, under the ids `dossier:version:index`. */
export const promiseEffects = (writes: Write[], dossierId: string, version: number, effects: readonly Effect[], now: string): void => {
  if (effects.length === 0) return
  const parameters = effects.flatMap(({ kind, payload }, index) => [`${dossierId}:${version}:${index}`, dossierId, kind, JSON.stringify(payload), now, now])
  writes.push({ sql: insert(effects.length), parameters, expect: effects.length })
}

/** A promise that no transition makes; its id makes a repetition harmless as well. */
export const promiseOne = (id: string, dossierId: string, { kind, payload }: Effect, now: string): Write =>
  ({ sql: insert(1), parameters: [id, dossierId, kind, JSON.stringify(payload), now, now], expect: 1 })

/** News about a change of a procedure, of no dossier; the same news twice is one letter. */
const promiseNews = (kind: string) => (id: string, payload: unknown, now: string): Write =>
  ({ sql: `${insert(1)} ON CONFLICT (id) DO NOTHING`, parameters: [id, null, kind, JSON.stringify(payload), now, now] })

/** For somebody of the office. */
export const promiseReviewNotice = promiseNews('notify-review')

/** For somebody outside who reads its data. */
export const promiseReaderNotice = promiseNews('notify-reader')

/** Ten thousand letters about one publication come after what somebody waits for now. */
const bulk = 'notify-moved'

const insertUnlessUnread = `INSERT INTO outbox (id, dossier_id, kind, payload, state, attempts, next_at, created_at)
  SELECT CAST(? AS TEXT), CAST(? AS TEXT), '${bulk}', CAST(? AS TEXT), 'waiting', 0, CAST(? AS TEXT), CAST(? AS TEXT)
  WHERE NOT EXISTS (SELECT 1 FROM unread_move WHERE dossier_id = ?) ON CONFLICT (id) DO NOTHING`

/** A letter about a changed form to whoever has read the one before. */
export const promiseMoveNotice = (id: string, dossierId: string, payload: unknown, now: string): Write =>
  ({ sql: insertUnlessUnread, parameters: [id, dossierId, JSON.stringify(payload), now, now, dossierId] })

type Row = Pick<OutboxTable, 'id' | 'dossier_id' | 'kind' | 'payload' | 'attempts' | 'created_at'>

const toPromised = (row: Row): Promised => ({
  id: row.id,
  ...(row.dossier_id !== null && { dossierId: row.dossier_id }),
  kind: row.kind,
  payload: JSON.parse(row.payload) as unknown,
  attempts: Number(row.attempts),
  promisedAt: row.created_at,
})

/**
 * Takes effects that are due and keeps them from others until `until`; the lease ends by itself when we die. An effect
 * waits while an earlier one of its dossier is leased or paused.
 */
export const lease = async (database: Database, now: string, until: string, most: number): Promise<Promised[]> => {
  const skip = database.engine === 'postgres' ? ' FOR UPDATE OF o SKIP LOCKED' : ''
  const [result] = await database.commit([{
    sql: `UPDATE outbox SET next_at = ?, attempts = attempts + 1
          WHERE id IN (SELECT o.id FROM outbox o WHERE o.state = 'waiting' AND o.next_at <= ? AND NOT EXISTS (
            SELECT 1 FROM outbox e WHERE e.dossier_id = o.dossier_id AND e.state = 'waiting' AND e.next_at > ?
            AND (e.created_at < o.created_at OR (e.created_at = o.created_at AND e.id < o.id)))
          ORDER BY (o.kind = '${bulk}'), o.created_at, o.id LIMIT ?${skip})
          RETURNING id, dossier_id, kind, payload, attempts, created_at`,
    parameters: [until, now, now, most],
  }])
  const key = (row: Row): string => `${row.kind === bulk ? 1 : 0} ${row.created_at} ${row.id}`
  return ((result?.rows ?? []) as unknown as Row[]).sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(toPromised)
}

export const markDone = (id: string): Write => ({ sql: `UPDATE outbox SET state = 'done', last_error = NULL WHERE id = ?`, parameters: [id] })

export const markLater = (id: string, nextAt: string, error: string): Write =>
  ({ sql: 'UPDATE outbox SET next_at = ?, last_error = ? WHERE id = ?', parameters: [nextAt, error, id] })

/** Not tried: it stays behind an earlier one of its dossier. */
export const markWaiting = (id: string, nextAt: string): Write => ({ sql: 'UPDATE outbox SET next_at = ?, attempts = attempts - 1 WHERE id = ?', parameters: [nextAt, id] })

export const markFailed = (id: string, error: string): Write => ({ sql: `UPDATE outbox SET state = 'failed', last_error = ? WHERE id = ?`, parameters: [error, id] })

export interface OutboxState {
  waiting: number
  failed: number
  oldestWaiting: string | null
}

/** What is still owed to the world, for the status page. */
export const countOutbox = async (database: Database): Promise<OutboxState> => {
  const rows = await database.read<{ state: string; n: number | string; oldest: string }>(
    `SELECT state, COUNT(*) AS n, MIN(created_at) AS oldest FROM outbox WHERE state <> 'done' GROUP BY state`)
  const find = (state: string) => rows.find((row) => row.state === state)
  return { waiting: Number(find('waiting')?.n ?? 0), failed: Number(find('failed')?.n ?? 0), oldestWaiting: find('waiting')?.oldest ?? null }
}

export interface FailedEffect {
  id: string
  kind: string
  last_error: string | null
}

/** What was given up, newest first. */
export const listFailed = (database: Database): Promise<FailedEffect[]> =>
  database.read<FailedEffect>(`SELECT id, kind, last_error FROM outbox WHERE state = 'failed' ORDER BY created_at DESC, id LIMIT 100`)
