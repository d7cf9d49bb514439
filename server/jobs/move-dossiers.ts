// Goes on with bringing drafts and open dossiers over to revisions that were published, a slice of each at a time, so that filings
// come between. Where it stopped is kept with the dossiers, so a restart goes on there.
import { appendEvents } from '../audit/procedure-events.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { migrateSlice } from '../dossiers/migrate-open.ts'
import { moveSlice, type MoveStep } from '../dossiers/move-drafts.ts'
import { createMovesRepository, finishMove, nextPass, type RevisionMove } from '../dossiers/moves-repository.ts'

const mostPasses = 3

/** With numbers only, in the history of the procedure. */
const finish = async (deps: DossierDeps, move: RevisionMove): Promise<void> => {
  const progress = (await createMovesRepository(deps.database).show(move.request_id))[move.what]
  const content = { what: move.what, moved: progress?.moved ?? 0, left: progress?.left ?? 0 }
  const event = { procedureId: move.procedure_id, at: deps.now(), type: 'migrated' as const, actor: 'Hệ thống', requestId: move.request_id, revision: move.revision, content }
  await deps.database.commit([finishMove(move, deps.now()), ...await appendEvents(deps.database, [event])])
}

const slices: Record<RevisionMove['what'], (deps: DossierDeps, step: MoveStep) => Promise<number>> = { drafts: moveSlice, open: migrateSlice }

const goOnWith = async (deps: DossierDeps, move: RevisionMove): Promise<void> => {
  const to = await deps.revisions.findPublished(move.procedure_id)
  // Yet another revision came, or this one was withdrawn: those who are left belong to what was decided since.
  if (to?.hash !== move.revision) return finish(deps, move)
  if (await slices[move.what](deps, { move, to }) > 0) return
  const isFirstLook = move.after_id === ''
  if (isFirstLook || move.pass >= mostPasses) await finish(deps, move)
  else await deps.database.commit([nextPass(move)])
}

/** Says whether there is more to do at once. A fault of one holds up no other. */
export const moveDossiers = async (deps: DossierDeps): Promise<boolean> => {
  const moves = await createMovesRepository(deps.database).listWaiting()
  let failed = 0
  for (const move of moves) {
    try {
      await goOnWith(deps, move)
    } catch (error) {
      failed++
      if (!(error instanceof ConflictError)) deps.log.error({ request: move.request_id, err: { message: String(error) } }, 'dossiers were not brought over')
    }
  }
  return moves.length > failed
}
