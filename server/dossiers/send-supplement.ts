// Sends what the office asked to complete: judged whole again, the fee worked out again, and back to the office.
import { under } from '#core/issues/issue.ts'
import { vietnamDate } from '#core/text/format.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Session } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { gatherFacts } from './facts.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { judgeDraft } from './judge-filing.ts'
import { keepTransition } from './keep-transition.ts'
import { knownFiles } from './dossier-files.ts'
import { judgeSupplement } from './supplement-changes.ts'
import { ownView } from './view-dossier.ts'

export const sendSupplement = (deps: DossierDeps) => async (actor: Session, id: string, ifVersion: number): Promise<Dossier> => {
  const before = await getOwnDossier(deps, actor, id, 'dossier.edit', ifVersion)
  const { dossier, unsent } = before
  if (dossier.state !== 'open' || !dossier.supplement) throw new ProblemError('action-not-available', [{ pointer: '', code: 'dossier.noSupplementAsked' }])
  const revision = await deps.revisions.get(dossier)
  const facts = await gatherFacts(deps, actor)
  // Time limits for filing look at the day of filing: an office that asks late must not make a timely dossier late.
  const asFiled = { ...facts, today: vietnamDate(dossier.submittedAt ?? facts.now) }
  const filing = judgeDraft(revision, unsent?.answers ?? dossier.answers, await knownFiles(deps.database, revision, id), asFiled)
  const overreach = revision.judges.applicant ? judgeSupplement(revision.judges.applicant.form, dossier.answers, filing.answers, dossier.supplement.fields) : []
  if (overreach.length > 0) throw new ProblemError('invalid-answers', under('/answers', overreach))

  const workflow = revision.procedure.workflow!
  const moved = transition(workflow, dossier, { type: 'supplement', ...filing }, facts)
  if ('refused' in moved) throw new ProblemError('action-not-available', [moved.refused])
  const kept = await keepTransition(deps, { before, next: moved.dossier, effects: moved.effects, workflow, change: { type: 'supplement' }, actor, now: facts.now })
  return ownView(kept, revision.procedure)
}
