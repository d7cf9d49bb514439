// Playing changes through what people answered, for those who decide about them: one at a time in a process, the others wait; whoever
// asks for what is under way joins it, wherever it is. What came of it is kept with the request.
import { can } from '#core/access/can.ts'
import { isAwaitedAtCounter } from '#core/dossier/on-behalf.ts'
import type { ChangeReplay, ChangeRequest, ReplayExamples, Session } from '#schemas/generated/types.ts'
import { appendEvents } from '../audit/procedure-events.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { ProblemError } from '../http/problem-response.ts'
import { runEvery, type Job } from '../jobs/run-every.ts'
import { limits } from '../limits.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { findRequest, gatherContext } from './gather-context.ts'
import { entryOf } from './move-request.ts'
import { claimRun, failRun, findRun, noteRun, releaseRun, stopRun } from './replay-claims.ts'
import type { ReplayGroup } from './replay-reading.ts'
import { findReplay, keepReplay } from './replay-repository.ts'
import { createRun, emptyView, noExamples, performRun, type ReplayRun } from './replay-run.ts'
import type { StoredChangeRequest } from './repository.ts'

export interface Replays {
  start: (actor: Session, id: string) => Promise<ChangeReplay>
  show: (actor: Session, id: string) => Promise<ChangeReplay>
  cancel: (id: string) => Promise<void>
  examples: (actor: Session, id: string, of: ReplayGroup, path: string) => Promise<ReplayExamples>
}

const attempts = 3

/** With numbers only, in the history of the procedure. Somebody may write into it at the same moment; who was stopped meanwhile keeps nothing. */
const keep = async ({ database, now }: DesignerDeps, actor: Session, changeRequest: ChangeRequest, { view, examples, runId }: ReplayRun): Promise<void> => {
  const released = releaseRun({ requestId: changeRequest.id, runId })
  for (let attempt = 1; ; attempt++) {
    const entry = entryOf({ ...changeRequest, hash: view.hash }, 'replayed', actor, now(), { total: view.total, class: view.class, disagrees: view.disagrees })
    try {
      await database.commit([released, keepReplay(changeRequest.id, view, examples, now()), ...await appendEvents(database, [entry])])
      return
    } catch (error) {
      if (!(error instanceof ConflictError) || error.index === 0 || attempt === attempts) throw error
    }
  }
}

const stop = (run: ReplayRun): void => {
  run.isCancelled = true
  run.view = { ...run.view, state: 'cancelled' }
}

/** Other processes hear of it; one that was stopped there is stopped here. */
const beat = ({ database, now, log }: DesignerDeps, requestId: string, run: ReplayRun): Job => runEvery(limits.replayBeatMs, 'replay', log, async () => {
  try {
    if (!run.isCancelled) await database.commit([noteRun({ requestId, runId: run.runId }, run.view, now())])
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    stop(run)
  }
  return false
})

const carryOut = async (deps: DesignerDeps, actor: Session, run: ReplayRun, stored: StoredChangeRequest, heart: Job): Promise<void> => {
  const { changeRequest } = stored
  try {
    await performRun(deps, run, stored)
    await heart.stop()
    if (run.isCancelled) return stop(run)
    const done: ChangeReplay = { ...run.view, state: 'done', finishedAt: deps.now() }
    await keep(deps, actor, changeRequest, { ...run, view: done })
    run.view = done
  } catch (error) {
    await heart.stop()
    if (run.isCancelled || (error instanceof ConflictError && error.index === 0)) return stop(run)
    deps.log.error({ request: changeRequest.id, err: { message: String(error) } }, 'a change was not played through')
    run.view = { ...run.view, state: 'failed' }
    await deps.database.commit([failRun({ requestId: changeRequest.id, runId: run.runId })]).catch(() => undefined)
  }
}

/** Drafts are their authors' own, also for those who handle what is filed. */
const visible = async ({ database }: DesignerDeps, actor: Session, id: string): Promise<ReplayExamples['examples']> => {
  const found = await createDossierRepository(database).find(id)
  if (!found) return []
  const { applicantId, state, intake, code } = found.dossier
  const relation = { ownerId: applicantId, state, ...(intake && { enteredBy: intake.officerId }), atCounter: isAwaitedAtCounter(found.dossier) }
  return can(actor, 'dossier.read', relation) ? [{ id, ...(code !== undefined && { code }) }] : []
}

/** False where another process is at it. */
const claim = async ({ database, now }: DesignerDeps, requestId: string, { runId, view }: ReplayRun): Promise<boolean> => {
  try {
    await database.commit([claimRun({ requestId, runId }, view, now())])
    return true
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    return false
  }
}

export const createReplays = (deps: DesignerDeps): Replays => {
  /** Those that are under way here, the last of each request. */
  const runs = new Map<string, ReplayRun>()
  let last = Promise.resolve()

  const forget = (id: string, run: ReplayRun): void => {
    if (runs.get(id) === run) runs.delete(id)
  }

  const find = async (id: string) => {
    const { changeRequest: { hash } } = await findRequest(deps, id)
    const run = runs.get(id)
    if (run?.view.hash === hash) return { hash, found: { replay: run.view, examples: run.examples } }
    const elsewhere = await findRun(deps.database, id, hash, deps.now())
    const found = elsewhere?.state === 'running' ? undefined : await findReplay(deps.database, id, hash)
    return { hash, found: found ?? (elsewhere && { replay: elsewhere, examples: noExamples }) }
  }

  return {
    start: async (actor, id) => {
      const { stored, context, expected } = await gatherContext(deps, actor, await findRequest(deps, id))
      const { hash } = stored.changeRequest
      const known = runs.get(id)
      if (known?.view.state === 'running' && known.view.hash === hash) return known.view
      if (known) stop(known)
      if ([...runs.values()].filter(({ view }) => view.state === 'running').length >= limits.replaysWaiting) throw new ProblemError('too-many')
      const run = createRun(deps.newId(), hash, context.class, expected)
      runs.set(id, run)
      const isOurs = await claim(deps, id, run).catch((error: unknown) => {
        forget(id, run)
        throw error
      })
      if (!isOurs) {
        forget(id, run)
        return await findRun(deps.database, id, hash, deps.now()) ?? run.view
      }
      const heart = beat(deps, id, run)
      last = last.then(() => carryOut(deps, actor, run, stored, heart)).then(() => forget(id, run))
      return run.view
    },
    show: async (actor, id) => {
      const { hash, found } = await find(id)
      if (found) return found.replay
      const { context } = await gatherContext(deps, actor, await findRequest(deps, id))
      return emptyView(hash, context.class, 'none')
    },
    cancel: async (id) => {
      await findRequest(deps, id)
      const run = runs.get(id)
      if (run?.view.state === 'running') stop(run)
      await deps.database.commit([stopRun(id)])
    },
    examples: async (actor, id, of, path) => {
      const { found } = await find(id)
      const groups = found?.examples[of] ?? {}
      const ids = Object.hasOwn(groups, path) ? groups[path]! : []
      const examples = (await Promise.all(ids.map((each) => visible(deps, actor, each)))).flat()
      return { examples, hidden: ids.length - examples.length }
    },
  }
}
