// The applicant takes a dossier back, or throws a draft away.
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Session, Withdraw } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { onlyDrafts } from './dossier-problems.ts'
import { gatherFacts } from './facts.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { keepTransition } from './keep-transition.ts'
import { createDossierRepository } from './repository.ts'
import { isAsSeen } from './seen-version.ts'
import { ownView } from './view-dossier.ts'

export const withdrawDossier = (deps: DossierDeps) => async (actor: Session, id: string, { version, reason }: Withdraw): Promise<Dossier> => {
  const before = await getOwnDossier(deps, actor, id, 'dossier.withdraw')
  if (!(await isAsSeen(deps, before.dossier, version))) throw new ProblemError('version-conflict')
  const { procedure } = await deps.revisions.get(before.dossier)
  const { workflow } = procedure
  const facts = await gatherFacts(deps, actor, procedure.info)
  const moved = workflow && transition(workflow, before.dossier, { type: 'withdraw', reason }, facts)
  if (!moved || 'refused' in moved) throw new ProblemError('action-not-available', moved ? [moved.refused] : [])
  const kept = await keepTransition(deps, { before, next: moved.dossier, effects: moved.effects, workflow, change: { type: 'withdraw', reason }, actor, now: facts.now })
  return ownView(kept, procedure)
}

export const deleteDraft = (deps: DossierDeps) => async (actor: Session, id: string): Promise<void> => {
  const found = await getOwnDossier(deps, actor, id, 'dossier.edit')
  if (found.dossier.state !== 'draft') throw onlyDrafts()
  const files = await deps.database.read<{ id: string }>('SELECT id FROM file WHERE dossier_id = ?', [id])
  await deps.database.commit(createDossierRepository(deps.database).remove(found))
  // A file whose row is gone can be seen by nobody; what cannot be removed now, the sweep of leftovers removes.
  await Promise.allSettled(files.map((file) => deps.storage.remove(file.id)))
}
