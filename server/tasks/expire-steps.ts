// Moves dossiers on whose step has run out of time, where the workflow says what follows (a supplement that never came).
// Exactly once: a dossier that somebody moved meanwhile, or that another process moved, is left alone.
import { findStep } from '#core/workflow/enter-step.ts'
import { transition } from '#core/workflow/transition.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { DossierHeader } from '../dossiers/dossier-row.ts'
import { gatherFacts } from '../dossiers/facts.ts'
import { keepTransition } from '../dossiers/keep-transition.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { issuePapers } from '../papers/issue-papers.ts'

/** Nobody acts: time does. */
const clock = { id: 'clock', name: 'Hệ thống', roles: [] }

const batch = 200

const expire = async (deps: DossierDeps, header: DossierHeader): Promise<boolean> => {
  const revision = await deps.revisions.get(header)
  const { workflow } = revision.procedure
  if (!workflow || !findStep(workflow, header.step)?.onExpiry) return false
  const before = await createDossierRepository(deps.database).find(header.id)
  if (!before) return false
  const facts = await gatherFacts(deps, clock)
  const moved = transition(workflow, before.dossier, { type: 'expire' }, facts)
  if ('refused' in moved) return false
  const { dossier: next, effects } = moved
  const also = issuePapers(deps, revision, { before: before.dossier, next, effects, change: {}, actor: clock, now: facts.now })
  return keepTransition(deps, { before, next, effects, workflow, change: { type: 'expire' }, actor: { name: clock.name }, now: facts.now, also })
    .then(() => true, (error: unknown) => {
      if (error instanceof ConflictError) return false
      throw error
    })
}

/** Looks through everything that is overdue; gives the number of dossiers that moved. */
export const expireSteps = async (deps: DossierDeps): Promise<number> => {
  const dossiers = createDossierRepository(deps.database)
  const now = deps.now()
  let moved = 0
  let after: DossierHeader | undefined
  for (;;) {
    const overdue = await dossiers.listOverdue(now, after, batch)
    for (const header of overdue) if (await expire(deps, header)) moved++
    after = overdue.at(-1)
    if (overdue.length < batch) return moved
  }
}
