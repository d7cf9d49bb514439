// Forgets guests who have not come back for a month, with the drafts that only they could open. What was filed stays with
// the office. The bytes of their files are swept as leftovers.
import { guestActorId } from '#core/access/guest.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { limits } from '../limits.ts'
import { createGuestRepository } from './repository.ts'

/** True when there are more. Called by the sweeping job. */
export const forgetGuests = async ({ database, now }: Pick<Deps, 'database' | 'now'>): Promise<boolean> => {
  const guests = createGuestRepository(database)
  const dossiers = createDossierRepository(database)
  const forgotten = await guests.listForgotten(now(), limits.forgottenGuests)
  for (const { id } of forgotten) {
    const drafts = (await dossiers.listOf(guestActorId(id))).filter(({ state }) => state === 'draft')
    const found = await Promise.all(drafts.map((draft) => dossiers.find(draft.id)))
    const writes: Write[] = found.flatMap((each) => (each ? dossiers.remove(each) : []))
    // Somebody came back at this very moment: the next round sees that they are alive.
    await database.commit([...writes, guests.remove(id)]).catch((error: unknown) => {
      if (!(error instanceof ConflictError)) throw error
    })
  }
  return forgotten.length === limits.forgottenGuests
}
