// Counts attempts in the database, so that every process of the server counts together. Used where somebody could guess.
import type { Database } from '../db/database.ts'
import { ProblemError } from './problem-response.ts'

interface Window {
  most: number
  seconds: number
}

// One statement counts and says how many there were: two requests at once never take the same turn.
const count = `INSERT INTO rate_limit (key, count, began_at) VALUES (?, 1, ?)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN rate_limit.began_at <= ? THEN 1 ELSE rate_limit.count + 1 END,
  began_at = CASE WHEN rate_limit.began_at <= ? THEN excluded.began_at ELSE rate_limit.began_at END
RETURNING count`

/** Takes one turn; 429 when there were too many within the window. Nobody is locked out for longer than it. */
export const takeTurn = async (database: Database, key: string, { most, seconds }: Window, now: string): Promise<void> => {
  const past = new Date(Date.parse(now) - seconds * 1000).toISOString()
  const [result] = await database.commit([{ sql: count, parameters: [key, now, past, past] }])
  if (Number(result?.rows[0]?.count) > most) throw new ProblemError('too-many')
}

/** Forgets the attempts, once somebody has shown who they are. */
export const forgetTurns = async (database: Database, key: string): Promise<void> =>
  void await database.commit([{ sql: 'DELETE FROM rate_limit WHERE key = ?', parameters: [key] }])
