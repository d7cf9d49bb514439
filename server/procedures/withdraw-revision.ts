// Takes a published revision back at once, because something in it does harm: nothing is filed under it from then on, drafts stay as
// they are, open dossiers go on. Publishing again undoes it.
import { can } from '#core/access/can.ts'
import type { Session, WithdrawRevision } from '#schemas/generated/types.ts'
import { appendEvents } from '../audit/procedure-events.ts'
import { tellOfWithdrawal } from '../data-readers/tell-readers.ts'
import { ProblemError } from '../http/problem-response.ts'
import { createOrganisationRepository } from '../organisation/organisation-repository.ts'
import { promiseReviewNotice } from '../outbox/repository.ts'
import type { DesignerDeps } from './designer-deps.ts'
import { createProcedureRepository } from './repository.ts'

const notInForce = (): ProblemError => new ProblemError('version-conflict', [], {
  vi: 'Bản này không còn là bản đang công bố. Hãy tải lại để xem hiện trạng.',
  en: 'This revision is no longer the one in force. Reload to see how it stands.',
})

export const withdrawRevision = (deps: Pick<DesignerDeps, 'database' | 'revisions' | 'now'>) => async (actor: Session, id: string, { reason, hash }: WithdrawRevision): Promise<{ withdrawn: string }> => {
  const { database } = deps
  const procedures = createProcedureRepository(database)
  const draft = await procedures.findDraft(id)
  if (!draft) throw new ProblemError('not-found')
  if (draft.publishedHash !== hash) throw notInForce()
  const now = deps.now()
  const events = await appendEvents(database, [{ procedureId: id, at: now, type: 'withdrawn', actor: actor.name, actorId: actor.id, revision: hash, content: { reason } }])
  const people = await createOrganisationRepository(database).listPeople()
  const told = people.filter((person) => person.id !== actor.id && can(person, 'procedure.readDrafts'))
  await database.commit([
    procedures.withdraw(id, hash), ...events,
    ...told.map((person) => promiseReviewNotice(`withdrawn:${id}:${now}:${person.id}`, { notice: 'withdrawn', procedureId: id, person: person.id }, now)),
    ...await tellOfWithdrawal(deps, id, hash, now),
  ])
  return { withdrawn: hash }
}
