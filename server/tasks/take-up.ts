// What every deed of an officer begins with: the dossier as it was seen, its workflow, and what may be known beside it; and how
// it ends: a transition that was possible is stored, one that was not is told with its reason.
import { transition, type DossierChange } from '#core/workflow/transition.ts'
import type { Dossier, Session, Workflow } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { StoredDossier } from '../dossiers/dossier-row.ts'
import { gatherFacts, type HandlingFacts } from '../dossiers/facts.ts'
import { keepTransition, type Kept } from '../dossiers/keep-transition.ts'
import { isAsSeen } from '../dossiers/seen-version.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { Revision } from '../procedures/revision.ts'
import { getFiledDossier } from './get-filed-dossier.ts'
import { hiddenPaths, hideAnswers } from './hidden-answers.ts'

export interface TakenUp {
  actor: Session
  before: StoredDossier
  revision: Revision
  workflow: Workflow
  facts: HandlingFacts
}

/** 409 when somebody else was faster than what this officer saw; a reminder is nobody. */
export const takeUp = async (deps: DossierDeps, actor: Session, id: string, version: number): Promise<TakenUp> => {
  const before = await getFiledDossier(deps, actor, id)
  if (!(await isAsSeen(deps, before.dossier, version))) throw new ProblemError('version-conflict')
  const revision = await deps.revisions.get(before.dossier)
  return { actor, before, revision, workflow: revision.procedure.workflow!, facts: await gatherFacts(deps, actor, revision.procedure.info) }
}

interface Besides {
  /** What the audit trail says of it beside its kind. */
  told?: Partial<Kept['change']>
  also?: (moved: Pick<Kept, 'next' | 'effects'>) => Promise<Kept['also']>
}

/** Gives the dossier as this officer may see it. */
export const carryOut = async (deps: DossierDeps, { actor, before, workflow, facts }: TakenUp, change: DossierChange, { told, also }: Besides = {}): Promise<Dossier> => {
  const moved = transition(workflow, before.dossier, change, facts)
  // A refusal that has a place is a fault of the request; one without is the state of the dossier.
  if ('refused' in moved) throw new ProblemError(moved.refused.pointer === '' ? 'action-not-available' : 'invalid-body', [moved.refused])
  const { dossier: next, effects } = moved
  const more = await also?.({ next, effects })
  const kept = await keepTransition(deps, { before, next, effects, workflow, change: { type: change.type, ...told }, actor, now: facts.now, ...(more && { also: more }) })
  return hideAnswers(kept, hiddenPaths(workflow, kept, actor.roles))
}
