// Counts attempts in the database, so that every process of the server counts together: where somebody could guess, as a
// step of its own; on the way of everyday work, as one more write of the unit that is stored anyway.
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from './problem-response.ts'

export interface Window {
  most: number
  seconds: number
}

const began = (now: string, { seconds }: Window): string => new Date(Date.parse(now) - seconds * 1000).toISOString()

const tooMany = (beganAt: string, window: Window, now: string): ProblemError =>
  new ProblemError('too-many', [], undefined, Math.max(1, Math.ceil((Date.parse(beganAt) - Date.parse(began(now, window))) / 1000)))

// One statement counts and says how many there were: two requests at once never take the same turn.
const upsert = `INSERT INTO rate_limit (key, count, began_at) VALUES (?, 1, ?)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN rate_limit.began_at <= ? THEN 1 ELSE rate_limit.count + 1 END,
  began_at = CASE WHEN rate_limit.began_at <= ? THEN excluded.began_at ELSE rate_limit.began_at END`
const count = `${upsert} RETURNING count, began_at`
const countBelow = `${upsert} WHERE rate_limit.began_at <= ? OR rate_limit.count < ?`

/** Takes one turn; 429 when there were too many within the window. Nobody is locked out for longer than it. */
export const takeTurn = async (database: Database, key: string, window: Window, now: string): Promise<void> => {
  const past = began(now, window)
  const [result] = await database.commit([{ sql: count, parameters: [key, now, past, past] }])
  const row = result?.rows[0] as { count: number; began_at: string } | undefined
  if (row && Number(row.count) > window.most) throw tooMany(row.began_at, window, now)
}

/** 429 when the turns of this window are all taken; takes none. */
export const assertTurns = async (database: Database, key: string, window: Window, now: string): Promise<void> => {
  const [row] = await database.read<{ count: number; began_at: string }>('SELECT count, began_at FROM rate_limit WHERE key = ? AND began_at > ?', [key, began(now, window)])
  if (row && Number(row.count) >= window.most) throw tooMany(row.began_at, window, now)
}

/**
 * The same as a write: stored together with what it counts, or neither (429). Put it last into the unit, so that units
 * that wait for each other's counts always wait in the same order.
 */
export const turn = (key: string, window: Window, now: string): Write => {
  const past = began(now, window)
  return { sql: countBelow, parameters: [key, now, past, past, past, window.most], expect: 1, conflict: 'too-many' }
}

/** Forgets the attempts, once somebody has shown who they are. */
export const forgetTurns = async (database: Database, key: string): Promise<void> =>
  void await database.commit([{ sql: 'DELETE FROM rate_limit WHERE key = ?', parameters: [key] }])
