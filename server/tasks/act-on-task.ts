// Every decision of an officer goes through here: it must be one that the step offers to this officer now, on the version
// that was read, with a record that the step's form accepts.
import { can } from '#core/access/can.ts'
import { confirmFee } from '#core/fee/compute-fee.ts'
import { availableActions } from '#core/workflow/available-actions.ts'
import { findStep } from '#core/workflow/facts.ts'
import type { Act, Dossier, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { asFiled } from '../dossiers/facts.ts'
import { ProblemError } from '../http/problem-response.ts'
import { issuePapers } from '../papers/issue-papers.ts'
import { judgeFields, judgeRecord } from './judge-record.ts'
import { carryOut, takeUp } from './take-up.ts'

export const actOnTask = (deps: DossierDeps) => async (actor: Session, id: string, act: Act): Promise<Dossier> => {
  const task = await takeUp(deps, actor, id, act.version)
  const { before: { dossier }, revision, workflow, facts } = task
  const step = findStep(workflow, dossier.step)
  if (step?.by && !can(facts.actor, 'task.act', { by: step.by })) throw new ProblemError('forbidden')
  const action = availableActions(workflow, dossier, facts.actor).find((each) => each.id === act.action)
  const unknown = judgeFields(revision, act.fields ?? [])
  if (unknown.length > 0) throw new ProblemError('invalid-body', unknown)

  const record = action && step ? await judgeRecord(deps.database, revision, id, step.id, action, act, facts) : undefined
  const { action: chosen, reason, fields, dueOn } = act
  const fee = record && step && dossier.fee && confirmFee(revision.procedure.fees ?? [], dossier.fee, { answers: dossier.answers, facts: asFiled(facts, dossier), records: { ...dossier.records, [step.id]: record } })
  return carryOut(deps, task,
    { type: 'act', action: chosen, ...(reason !== undefined && { reason }), ...(fields && { fields }), ...(dueOn !== undefined && { dueOn }), ...(record && { record }), ...(fee && { fee }) },
    {
      told: { action: chosen, ...(reason !== undefined && { reason }) },
      also: ({ next, effects }) => issuePapers(deps, revision, { before: dossier, next, effects, change: act, actor, now: facts.now }),
    })
}
