// The one-stop desk records a payment at the counter: once, with the number of the receipt.
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Pay, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { gatherFacts } from '../dossiers/facts.ts'
import { keepTransition } from '../dossiers/keep-transition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { getFiledDossier } from './get-filed-dossier.ts'
import { hiddenPaths, hideAnswers } from './hidden-answers.ts'

export const recordPayment = (deps: DossierDeps) => async (actor: Session, id: string, { version, receiptNumber }: Pay): Promise<Dossier> => {
  const before = await getFiledDossier(deps, actor, id)
  if (before.dossier.version !== version) throw new ProblemError('version-conflict')
  const workflow = (await deps.revisions.get(before.dossier)).procedure.workflow!
  const facts = await gatherFacts(deps, actor)
  const moved = transition(workflow, before.dossier, { type: 'pay', receiptNumber }, facts)
  if ('refused' in moved) throw new ProblemError('action-not-available', [moved.refused])
  const next = await keepTransition(deps, { before, next: moved.dossier, effects: moved.effects, workflow, change: { type: 'pay' }, actor, now: facts.now })
  return hideAnswers(next, hiddenPaths(workflow, next, actor.roles))
}
