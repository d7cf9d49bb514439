// Sends what the office asked to complete: judged whole again, the fee worked out again, and back to the office.
import { confirmFee } from '#core/fee/compute-fee.ts'
import { under } from '#core/issues/issue.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Session } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import { keepCompletion } from '../remarks/repository.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { asFiled, gatherFacts } from './facts.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { judgeDraft } from './judge-filing.ts'
import { keepTransition } from './keep-transition.ts'
import { knownFiles } from './dossier-files.ts'
import { answersBefore, judgeSupplement } from './supplement-changes.ts'
import { ownView } from './view-dossier.ts'

export const sendSupplement = (deps: DossierDeps) => async (actor: Session, id: string, ifVersion: number): Promise<Dossier> => {
  const before = await getOwnDossier(deps, actor, id, 'dossier.edit', ifVersion)
  const { dossier, unsent } = before
  if (dossier.state !== 'open' || !dossier.supplement) throw new ProblemError('action-not-available', [{ pointer: '', code: 'dossier.noSupplementAsked' }])
  const revision = await deps.revisions.get(dossier)
  const facts = await gatherFacts(deps, actor, revision.procedure.info)
  const filingFacts = asFiled(facts, dossier)
  const filing = judgeDraft(revision, unsent?.answers ?? dossier.answers, await knownFiles(deps.database, revision, id), filingFacts)
  const overreach = revision.judges.applicant ? judgeSupplement(revision.judges.applicant.form, dossier.answers, filing.answers, dossier.supplement.fields) : []
  if (overreach.length > 0) throw new ProblemError('invalid-answers', under('/answers', overreach))

  const workflow = revision.procedure.workflow!
  // What officers have recorded of the fee goes on counting.
  const fee = confirmFee(revision.procedure.fees ?? [], filing.fee, { answers: filing.answers, facts: filingFacts, records: dossier.records })
  const moved = transition(workflow, dossier, { type: 'supplement', answers: filing.answers, fee }, facts)
  if ('refused' in moved) throw new ProblemError('action-not-available', [moved.refused])
  const form = revision.judges.applicant?.form
  const completion = keepCompletion(id, moved.dossier.version, facts.now, dossier.supplement.reason, form ? answersBefore(form, dossier.answers, filing.answers) : [])
  const kept = await keepTransition(deps, { before, next: moved.dossier, effects: moved.effects, workflow, change: { type: 'supplement' }, actor, now: facts.now, also: [completion] })
  return ownView(kept, revision.procedure)
}
