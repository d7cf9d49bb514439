// Drafts of a replaced revision come over to the one in force, as the office decided (disposition `move`): slice by slice, each draft
// exactly once, with a letter to its applicant. A draft that somebody is saving in that moment is tried again; whoever loses nevertheless is asked on return.
import { ConflictError } from '../db/unit-of-work.ts'
import { limits } from '../limits.ts'
import type { Revision } from '../procedures/revision.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { moveDraft } from './move-draft.ts'
import { advance, countMoved, createMovesRepository, type RevisionMove } from './moves-repository.ts'
import { createDossierRepository } from './repository.ts'
import { tellOfDraft } from './told-of-move.ts'

const attempts = 3

export interface MoveStep {
  move: RevisionMove
  to: Revision
}

/** True when it has come over now. */
const moveAlone = async (deps: DossierDeps, { move, to }: MoveStep, id: string): Promise<boolean> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await createDossierRepository(deps.database).find(id)
    if (before?.dossier.state !== 'draft' || before.dossier.revision === to.hash) return false
    const moved = await moveDraft(deps, before, to)
    if (!moved) return false
    try {
      await deps.database.commit([...moved.writes, ...tellOfDraft(moved.dossier, move, deps.now()), countMoved(move)])
      return true
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
    }
  }
  return false
}

/** One that cannot be moved holds up no other: its applicant goes on as with `ask`. */
const moveSafely = async (deps: DossierDeps, step: MoveStep, id: string): Promise<void> => {
  try {
    await moveAlone(deps, step, id)
  } catch (error) {
    deps.log.error({ dossier: id, err: { message: String(error) } }, 'a draft was not moved')
  }
}

/** All of a slice in one unit of work. */
const moveTogether = async (deps: DossierDeps, { move, to }: MoveStep, ids: readonly string[]): Promise<void> => {
  const found = await Promise.all(ids.map((id) => createDossierRepository(deps.database).find(id)))
  const drafts = found.flatMap((each) => (each?.dossier.state === 'draft' && each.dossier.revision !== to.hash ? [each] : []))
  const moved = (await Promise.all(drafts.map((each) => moveDraft(deps, each, to)))).flatMap((each) => each ?? [])
  const [writes, letters] = [moved.flatMap((each) => each.writes), moved.flatMap(({ dossier }) => tellOfDraft(dossier, move, deps.now()))]
  await deps.database.commit([...writes, ...letters, countMoved(move, moved.length), advance(move, ids.at(-1)!)])
}

/** Gives the number of drafts that were looked at. */
export const moveSlice = async (deps: DossierDeps, step: MoveStep): Promise<number> => {
  const ids = await createMovesRepository(deps.database).listSlice(step.move, limits.movedAtOnce)
  if (ids.length === 0) return 0
  try {
    await moveTogether(deps, step, ids)
  } catch (error) {
    if (!(error instanceof ConflictError)) deps.log.warn({ err: { message: String(error) } }, 'drafts are moved one by one')
    for (const id of ids) await moveSafely(deps, step, id)
    await deps.database.commit([advance(step.move, ids.at(-1)!)])
  }
  return ids.length
}
