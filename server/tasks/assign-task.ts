// An officer takes a dossier, gives it to a colleague, gives it back. Who may is the workflow's (core/workflow/assignment.ts).
import type { Assign, Dossier, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readPlaces } from '../organisation/known-places.ts'
import { findOfficer, type Officer } from './colleagues.ts'
import { carryOut, takeUp } from './take-up.ts'

/** What they act as themselves; the person who asks is known already. */
const recipientOf = async ({ database }: DossierDeps, actor: Session, to: string | undefined): Promise<Officer | undefined> => {
  if (to === undefined) return undefined
  if (to === actor.id) return { ...actor, memberships: [] }
  const found = await findOfficer(database, to)
  if (!found) throw new ProblemError('invalid-body', [{ pointer: '/to', code: 'body.unknown' }])
  return found
}

/** As the audit trail has it; to whom it was given stands beside. */
const toldOf = (actor: Session, to: Pick<Officer, 'id' | 'name'> | undefined): { action: string; reason?: string } =>
  (!to ? { action: 'give-back' } : to.id === actor.id ? { action: 'take' } : { action: 'give', reason: to.name })

export const assignTask = (deps: DossierDeps) => async (actor: Session, id: string, { version, to }: Assign): Promise<Dossier> => {
  const task = await takeUp(deps, actor, id, version)
  const recipient = await recipientOf(deps, actor, to)
  const known = recipient && { roles: recipient.roles, places: await readPlaces(deps.database, { units: recipient.memberships }) }
  return carryOut(deps, { ...task, facts: { ...task.facts, ...(known && { recipient: known }) } },
    { type: 'assign', ...(recipient && { to: { id: recipient.id, name: recipient.name } }) }, { told: toldOf(actor, recipient) })
}
