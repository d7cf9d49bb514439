// Guests as rows: who they are by a hash of their code, and their devices by a hash of each cookie.
import type { Database } from '../db/database.ts'
import type { GuestTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'
import { sha256 } from './resume-code.ts'

type Guest = Pick<GuestTable, 'id' | 'seen_at' | 'expires_at'>

// Whoever has a dossier with the office is not forgotten while it is handled, and some time after: the result is theirs.
const mayStay = `(g.expires_at > ? OR EXISTS (SELECT 1 FROM dossier d WHERE d.applicant_id = 'guest:' || g.id AND (d.state = 'open' OR d.ended_at > ?)))`
const columns = 'g.id, g.seen_at, g.expires_at'
const selectByToken = `SELECT ${columns} FROM guest_device v JOIN guest g ON g.id = v.guest_id WHERE v.token_hash = ? AND ${mayStay}`
const selectByCode = `SELECT ${columns} FROM guest g WHERE g.code_hash = ? AND ${mayStay}`
const selectForgotten = `SELECT ${columns} FROM guest g WHERE g.expires_at <= ? AND NOT ${mayStay} ORDER BY g.expires_at LIMIT ?`

const after = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString()
const stayBounds = (now: string): string[] => [now, after(now, -limits.guestResultSeconds)]

export const createGuestRepository = (database: Database) => ({
  findByToken: async (token: string, now: string): Promise<Guest | undefined> => (await database.read<Guest>(selectByToken, [sha256(token), ...stayBounds(now)]))[0],
  findByCode: async (code: string, now: string): Promise<Guest | undefined> => (await database.read<Guest>(selectByCode, [sha256(code), ...stayBounds(now)]))[0],
  listForgotten: async (now: string, most: number): Promise<Guest[]> => database.read<Guest>(selectForgotten, [now, ...stayBounds(now), most]),
  insert: (id: string, code: string, now: string): Write => ({
    sql: 'INSERT INTO guest (id, code_hash, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)', parameters: [id, sha256(code), now, now, after(now, limits.guestSeconds)], expect: 1,
  }),
  insertDevice: (id: string, token: string, now: string): Write =>
    ({ sql: 'INSERT INTO guest_device (token_hash, guest_id, created_at) VALUES (?, ?, ?)', parameters: [sha256(token), id, now], expect: 1 }),
  touch: (id: string, now: string): Write => ({ sql: 'UPDATE guest SET seen_at = ?, expires_at = ? WHERE id = ?', parameters: [now, after(now, limits.guestSeconds), id] }),
  removeDevice: (token: string): Write => ({ sql: 'DELETE FROM guest_device WHERE token_hash = ?', parameters: [sha256(token)] }),
  /** The devices go with it. Of two who do it at once, one is told that there is none. */
  remove: (id: string): Write => ({ sql: 'DELETE FROM guest WHERE id = ?', parameters: [id], expect: 1, conflict: 'not-found' }),
})
