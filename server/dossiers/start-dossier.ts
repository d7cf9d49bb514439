// Begins a draft, pinned to the revision that is published now: it is finished and judged by that one.
import { can } from '#core/access/can.ts'
import { fillIn } from '#core/answers/prefill.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier, Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import { isUuid } from '../http/route-id.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { assertOpen, mayNotStart, notFiledOnline } from './dossier-problems.ts'
import { assertInForce, findInForce, lookingAgain } from '../procedures/in-force.ts'
import { gatherOffers } from './offer-known.ts'
import { createDossierRepository } from './repository.ts'

/** `also` stands or falls with the draft: the guest whose first it is, the turn that it takes. */
export const startDossier = (deps: DossierDeps) => (actor: Session, procedureId: string, also: readonly Write[] = []): Promise<Dossier> => lookingAgain(async () => {
  const revision = isUuid(procedureId) ? await findInForce(deps, procedureId) : undefined
  if (!revision) throw new ProblemError('invalid-body', [{ pointer: '/procedure', code: 'body.unknown' }])
  if (!can(actor, 'dossier.start', revision.procedure.info)) throw mayNotStart(actor)
  if (!revision.judges.applicant || !revision.procedure.workflow) throw notFiledOnline()
  assertOpen(revision.procedure.info, vietnamDate(deps.now()))
  // What is known is in the draft from the beginning: with or without scripts, on whichever device it is written on.
  const answers = fillIn(revision.judges.applicant.form, {}, await gatherOffers(deps, actor, { applicantId: actor.id }, revision))
  const dossier: Dossier = {
    id: deps.newId(), procedureId, revision: revision.hash, applicantId: actor.id, applicantName: actor.name, channel: 'online', state: 'draft', answers, records: {}, version: 1,
  }
  await deps.database.commit([...createDossierRepository(deps.database).insert(dossier, {}, deps.now()), assertInForce(revision), ...also])
  return dossier
})
