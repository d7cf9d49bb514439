// An officer gives the opinion that their unit was asked for, or their vote in a council (NĐ 61/2018 Đ.19.5): with what the
// request's own form asks.
import { findStep } from '#core/workflow/facts.ts'
import { availableOpinions } from '#core/workflow/opinions.ts'
import type { Dossier, Opine, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { issuePapers } from '../papers/issue-papers.ts'
import { opinionForm } from '#core/procedure/document-forms.ts'
import { judgeForm } from './judge-record.ts'
import { carryOut, takeUp } from './take-up.ts'

export const giveOpinion = (deps: DossierDeps) => async (actor: Session, id: string, { opinion, version, verdict, text, record: given }: Opine): Promise<Dossier> => {
  const task = await takeUp(deps, actor, id, version)
  const { before: { dossier }, revision, workflow, facts } = task
  const step = findStep(workflow, dossier.step)
  // Somebody else's opinion is told as such before anything of what was written is judged.
  if (!step || !availableOpinions(workflow, dossier, facts.actor).some((each) => each.id === opinion)) throw new ProblemError('action-not-available', [{ pointer: '', code: 'opinion.notAsked', params: { opinion } }])
  const record = await judgeForm(deps.database, revision, id, opinionForm(step.id, opinion), given, facts)
  return carryOut(deps, task, { type: 'opine', opinion, ...(verdict && { verdict }), ...(text !== undefined && { text }), ...(record && { record }) }, {
    told: { action: opinion },
    also: ({ next, effects }) => issuePapers(deps, revision, { before: dossier, next, effects, change: {}, actor, now: facts.now }),
  })
}
