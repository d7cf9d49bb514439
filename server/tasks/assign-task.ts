// An officer takes a dossier, gives it to a colleague, gives it back. Who may is the workflow's (core/workflow/assignment.ts).
import type { Assign, Dossier, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { findOfficer, type Officer } from './colleagues.ts'
import { carryOut, takeUp } from './take-up.ts'

const recipientOf = async ({ database }: DossierDeps, actor: Session, to: string | undefined): Promise<Pick<Officer, 'id' | 'name' | 'roles'> | undefined> => {
  if (to === undefined) return undefined
  if (to === actor.id) return actor
  const found = await findOfficer(database, to)
  if (!found) throw new ProblemError('invalid-body', [{ pointer: '/to', code: 'body.unknown' }])
  return found
}

/** As the audit trail has it; to whom it was given stands beside. */
const toldOf = (actor: Session, to: Officer | undefined): { action: string; reason?: string } =>
  (!to ? { action: 'give-back' } : to.id === actor.id ? { action: 'take' } : { action: 'give', reason: to.name })

export const assignTask = (deps: DossierDeps) => async (actor: Session, id: string, { version, to }: Assign): Promise<Dossier> => {
  const task = await takeUp(deps, actor, id, version)
  const recipient = await recipientOf(deps, actor, to)
  return carryOut(deps, { ...task, facts: { ...task.facts, ...(recipient && { recipient: { roles: recipient.roles } }) } },
    { type: 'assign', ...(recipient && { to: { id: recipient.id, name: recipient.name } }) }, { told: toldOf(actor, recipient) })
}
