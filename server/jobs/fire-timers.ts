// Carries out what happens to dossiers by itself when its hour has come: reminders, escalations, silence that counts as consent,
// decisions at expiry. Exactly once: each is a transition on the version that was read, kept in one unit of work with the note
// that it came; whoever loses that race, and whoever dies before it, has done nothing.
import { nextTimer, type Timed } from '#core/workflow/timers.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Workflow } from '#schemas/generated/types.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { StoredDossier } from '../dossiers/dossier-row.ts'
import { gatherFacts, type HandlingFacts } from '../dossiers/facts.ts'
import { keepTransition } from '../dossiers/keep-transition.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { issuePapers } from '../papers/issue-papers.ts'
import type { Revision } from '../procedures/revision.ts'

/** Nobody acts: time does. */
const clock = { id: 'clock', name: 'Hệ thống', roles: [] }

const batch = 200
/** What cannot be carried out is tried again after so long. */
const retryMs = 3_600_000

interface Due {
  revision: Revision
  workflow: Workflow
  before: StoredDossier
  timed: Timed
  facts: HandlingFacts
}

const carryOut = async (deps: DossierDeps, { revision, workflow, before, timed: { change }, facts }: Due): Promise<boolean> => {
  const moved = transition(workflow, before.dossier, change, facts)
  if ('refused' in moved) {
    deps.log.error({ dossier: before.dossier.id, change, refused: moved.refused.code }, 'what was due could not be carried out')
    await deps.database.commit([createDossierRepository(deps.database).noteTimer(before, new Date(Date.parse(facts.now) + retryMs).toISOString())])
    return false
  }
  const { dossier: next, effects } = moved
  const also = await issuePapers(deps, revision, { before: before.dossier, next, effects, change: {}, actor: clock, now: facts.now })
  const noted = { type: change.type, ...(change.type === 'timer' && { action: change.timer }) }
  await keepTransition(deps, { before, next, effects, workflow, change: noted, actor: { name: clock.name }, now: facts.now, also })
  return true
}

/** The next thing of one dossier, when its hour has come; false when nothing is left to do now. */
const fireNext = async (deps: DossierDeps, id: string): Promise<boolean> => {
  const dossiers = createDossierRepository(deps.database)
  const before = await dossiers.find(id)
  if (!before) return false
  const revision = await deps.revisions.get(before.dossier)
  const { workflow, info } = revision.procedure
  const facts = await gatherFacts(deps, clock, info)
  const timed = workflow && nextTimer(workflow, before.dossier, facts.calendar)
  if (timed && Date.parse(timed.at) <= Date.parse(facts.now)) return carryOut(deps, { revision, workflow, before, timed, facts })
  // The hour was of another calendar, or of a release before this one.
  await deps.database.commit([dossiers.noteTimer(before, timed?.at)])
  return false
}

/** As many as have come of one dossier. Somebody who was faster, or a fault of this one, leaves it to the next round and holds up no other. */
const fireAll = async (deps: DossierDeps, id: string): Promise<number> => {
  let fired = 0
  try {
    while (await fireNext(deps, id)) fired++
  } catch (error) {
    if (!(error instanceof ConflictError)) deps.log.error({ dossier: id, err: { message: String(error) } }, 'what was due failed')
  }
  return fired
}

/** Looks through everything whose hour has come; gives how many things happened. */
export const fireTimers = async (deps: DossierDeps): Promise<number> => {
  const dossiers = createDossierRepository(deps.database)
  const now = deps.now()
  let fired = 0
  for (let after, due; ; after = due.at(-1)) {
    due = await dossiers.listTimed(now, after, batch)
    for (const { id } of due) fired += await fireAll(deps, id)
    if (due.length < batch) return fired
  }
}
