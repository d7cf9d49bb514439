// Makes a guest of somebody who begins to file without an account. Pages for browsers without scripts call it just as the
// API does: `const { session, writes, cookie } = startAsGuest(deps)`, then `startDossier(deps)(session, procedure, writes)`,
// then send `cookie` as Set-Cookie. The guest is stored together with the first dossier, or not at all.
import type { Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import { guestSession } from './guests.ts'
import { createGuestRepository } from './repository.ts'

export interface GuestStart {
  session: Session
  /** For the unit of work that stores the first dossier. */
  writes: Write[]
  /** A Set-Cookie value. */
  cookie: string
}

export const startAsGuest = ({ database, guests, now, newId }: Pick<Deps, 'database' | 'guests' | 'now' | 'newId'>): GuestStart => {
  const rows = createGuestRepository(database)
  const id = newId()
  const { token, cookie } = guests.newDevice()
  const at = now()
  return { session: guestSession(id), writes: [rows.insert(id, guests.code(id), at), rows.insertDevice(id, token, at)], cookie }
}
