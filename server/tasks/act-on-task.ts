// Every decision of an officer goes through here: it must be one that the step offers to this officer now, on the version
// that was read, with a record that the step's form accepts.
import { can } from '#core/access/can.ts'
import { confirmFee } from '#core/fee/compute-fee.ts'
import { availableActions } from '#core/workflow/available-actions.ts'
import { findStep } from '#core/workflow/enter-step.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Act, Dossier, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { gatherFacts, toActor } from '../dossiers/facts.ts'
import { keepTransition } from '../dossiers/keep-transition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { issuePapers } from '../papers/issue-papers.ts'
import { getFiledDossier } from './get-filed-dossier.ts'
import { hiddenPaths, hideAnswers } from './hidden-answers.ts'
import { judgeFields, judgeRecord } from './judge-record.ts'

export const actOnTask = (deps: DossierDeps) => async (actor: Session, id: string, act: Act): Promise<Dossier> => {
  const before = await getFiledDossier(deps, actor, id)
  const { dossier } = before
  if (dossier.version !== act.version) throw new ProblemError('version-conflict')
  const revision = await deps.revisions.get(dossier)
  const workflow = revision.procedure.workflow!
  const step = findStep(workflow, dossier.step)
  if (step?.by && !can(actor, 'task.act', { role: step.by.role })) throw new ProblemError('forbidden')
  const action = availableActions(workflow, dossier, toActor(actor)).find((each) => each.id === act.action)
  const unknown = judgeFields(revision, act.fields ?? [])
  if (unknown.length > 0) throw new ProblemError('invalid-body', unknown)

  const facts = await gatherFacts(deps, actor, revision.procedure.info)
  const record = action && step ? await judgeRecord(deps.database, revision, id, step.id, action, act, facts) : undefined
  const { action: chosen, reason, fields, dueOn } = act
  const fee = record && step && dossier.fee && confirmFee(revision.procedure.fees ?? [], dossier.fee, { ...dossier.records, [step.id]: record })
  const moved = transition(workflow, dossier, { type: 'act', action: chosen, ...(reason !== undefined && { reason }), ...(fields && { fields }), ...(dueOn !== undefined && { dueOn }), ...(record && { record }), ...(fee && { fee }) }, facts)
  // A refusal that has a place is a fault of the request; one without is the state of the dossier.
  if ('refused' in moved) throw new ProblemError(moved.refused.pointer === '' ? 'action-not-available' : 'invalid-body', [moved.refused])

  const next = await keepTransition(deps, {
    before, next: moved.dossier, effects: moved.effects, workflow, change: { type: 'act', action: chosen, ...(reason !== undefined && { reason }) }, actor, now: facts.now,
    also: issuePapers(deps, revision, { before: dossier, next: moved.dossier, effects: moved.effects, change: act, actor, now: facts.now }),
  })
  return hideAnswers(next, hiddenPaths(workflow, next, actor.roles))
}
