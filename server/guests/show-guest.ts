// What the page is told of its guest: the code to write down, and how many dossiers wait for whoever has signed in since.
import { groupCode, guestActorId, isGuest } from '#core/access/guest.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'

export interface ShownGuest {
  id: string
  code: string
}

/** The guest behind an actor; undefined for an account, or for nobody. */
export const guestOf = (actor: Session | null): string | undefined => (actor && isGuest(actor) ? actor.id.slice(guestActorId('').length) : undefined)

export const showGuest = ({ guests }: Pick<Deps, 'guests'>, actor: Session): ShownGuest => ({ id: actor.id, code: groupCode(guests.code(guestOf(actor) ?? '')) })

export const countDossiers = async ({ database }: Pick<Deps, 'database'>, { id }: Session): Promise<number> =>
  Number((await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM dossier WHERE applicant_id = ?', [id]))[0]?.n ?? 0)
