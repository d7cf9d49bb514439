// Who a guest's cookie stands for. One for the whole server: it remembers for a second whom it has looked up.
import { guestActorId } from '#core/access/guest.ts'
import type { Session } from '#schemas/generated/types.ts'
import { createSessionCache } from '../accounts/session-cache.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { limits } from '../limits.ts'
import { createGuestCookie, newToken, type GuestCookie } from './guest-cookie.ts'
import { createGuestRepository } from './repository.ts'
import { resumeCode } from './resume-code.ts'

export interface Guests {
  cookie: GuestCookie
  /** The guest of this browser, as an actor. */
  read: (headers: Headers) => Promise<Session | null>
  /** The code of a guest; shown only to whoever is that guest. */
  code: (guest: string) => string
  /** For another device of theirs: a new token, with the Set-Cookie value. */
  newDevice: () => { token: string; cookie: string }
  /** This browser is no guest any more, at once. */
  forget: (headers: Headers) => void
}

export const guestSession = (guest: string): Session => ({ id: guestActorId(guest), name: '', email: '', roles: ['applicant'] })

export const createGuests = ({ database, config, secret, now }: { database: Database; config: Pick<Config, 'publicUrl'>; secret: string; now: () => string }): Guests => {
  const cookie = createGuestCookie(config)
  const rows = createGuestRepository(database)
  const cache = createSessionCache(limits.sessionCacheMs, limits.sessionCacheEntries)

  const load = async (token: string): Promise<Session | null> => {
    const at = now()
    const found = await rows.findByToken(token, at)
    if (!found) return null
    // Thirty days after last use, counted to the day: a write for each request would be too dear.
    if (Date.parse(at) - Date.parse(found.seen_at) > limits.guestSeenSeconds * 1000) await database.commit([rows.touch(found.id, at)])
    return guestSession(found.id)
  }

  return {
    cookie,
    read: async (headers) => {
      const token = cookie.read(headers)
      return token === undefined ? null : cache.read(token, () => load(token))
    },
    code: (guest) => resumeCode(secret, guest),
    newDevice: () => {
      const token = newToken()
      return { token, cookie: cookie.set(token) }
    },
    forget: (headers) => {
      const token = cookie.read(headers)
      if (token !== undefined) cache.forget(token)
    },
  }
}
