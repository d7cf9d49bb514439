// Open dossiers come over to a new revision, as the plan of the change says (disposition `migrate`): each by a transition of its own
// with an entry in its audit trail and a letter to its applicant. Who cannot come along stays on the revision that it was filed under, and is reported.
import type { Standing } from '#core/change/replay.ts'
import { staysBehind } from '#core/change/stays-behind.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'
import { assertInForce } from '../procedures/in-force.ts'
import { bringOver, moveFiles } from './bring-over.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { asFiled, gatherFacts } from './facts.ts'
import { keepTransition } from './keep-transition.ts'
import type { MoveStep } from './move-drafts.ts'
import { advance, countMoved, createMovesRepository, leave } from './moves-repository.ts'
import { createDossierRepository } from './repository.ts'
import { tellOfOpen } from './told-of-move.ts'

const standingOf = ({ step, records }: Dossier): Standing => ({ records, ...(step !== undefined && { step }) })

/** Nobody acts: the office decided when it published. */
const clock = { id: 'clock', name: 'Hệ thống', roles: [] }

const migrateOne = async (deps: DossierDeps, { move, to }: MoveStep, id: string): Promise<void> => {
  const before = await createDossierRepository(deps.database).find(id)
  if (before?.dossier.state !== 'open' || before.dossier.revision === to.hash) return
  const { dossier } = before
  const from = await deps.revisions.get(dossier)
  const facts = await gatherFacts(deps, clock, to.procedure.info)
  const brought = await bringOver(deps.revisions, dossier, to, asFiled(facts, dossier), facts.now, standingOf(dossier))
  const { workflow } = to.procedure
  const stays = brought ? staysBehind(from.procedure.workflow, workflow, dossier, brought.replayed) : { why: 'stepGone' as const, ...(dossier.step !== undefined && { step: dossier.step }) }
  if (stays || !brought || !workflow) {
    await deps.database.commit([leave(move, id, stays ?? { why: 'stepGone' })])
    return
  }
  const { aside, ...moved } = brought.moved
  const changed = transition(workflow, dossier, { type: 'migrate', ...moved, ...(aside.length > 0 && { aside }) }, facts)
  if ('refused' in changed) throw new Error(`refused: ${changed.refused.code}`)
  await keepTransition(deps, {
    before, next: changed.dossier, effects: changed.effects, workflow, change: { type: 'migrate' }, actor: { name: clock.name }, now: facts.now,
    also: [...await moveFiles(deps.database, id, brought.passage), assertInForce(to), tellOfOpen(dossier, move, facts.now), countMoved(move)],
  })
}

/** An officer was faster: the next pass finds it again. A fault of one holds up no other. */
const migrateSafely = async (deps: DossierDeps, step: MoveStep, id: string): Promise<void> => {
  try {
    await migrateOne(deps, step, id)
  } catch (error) {
    if (!(error instanceof ConflictError)) deps.log.error({ dossier: id, err: { message: String(error) } }, 'a dossier was not migrated')
  }
}

/** Gives the number of dossiers that were looked at. */
export const migrateSlice = async (deps: DossierDeps, step: MoveStep): Promise<number> => {
  const ids = await createMovesRepository(deps.database).listSlice(step.move, limits.migratedAtOnce)
  for (const id of ids) await migrateSafely(deps, step, id)
  if (ids.length > 0) await deps.database.commit([advance(step.move, ids.at(-1)!)])
  return ids.length
}
