// Playing changes through what people answered, for those who decide about them: one at a time for the whole installation, the others
// wait; whoever asks for what is under way joins it. What came of it is kept with the request.
import { can } from '#core/access/can.ts'
import { isAwaitedAtCounter } from '#core/dossier/on-behalf.ts'
import type { ChangeReplay, ChangeRequest, ReplayExamples, Session } from '#schemas/generated/types.ts'
import { appendEvents } from '../audit/procedure-events.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { findRequest, gatherContext } from './gather-context.ts'
import { entryOf } from './move-request.ts'
import type { ReplayGroup } from './replay-reading.ts'
import { findReplay, keepReplay } from './replay-repository.ts'
import { createRun, emptyView, performRun, type ReplayRun } from './replay-run.ts'
import type { StoredChangeRequest } from './repository.ts'

export interface Replays {
  start: (actor: Session, id: string) => Promise<ChangeReplay>
  show: (actor: Session, id: string) => Promise<ChangeReplay>
  cancel: (id: string) => Promise<void>
  examples: (actor: Session, id: string, of: ReplayGroup, path: string) => Promise<ReplayExamples>
}

const attempts = 3

/** With numbers only, in the history of the procedure. Somebody may write into it at the same moment. */
const keep = async ({ database, now }: DesignerDeps, actor: Session, changeRequest: ChangeRequest, { view, examples }: ReplayRun): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    const entry = entryOf({ ...changeRequest, hash: view.hash }, 'replayed', actor, now(), { total: view.total, class: view.class, disagrees: view.disagrees })
    try {
      await database.commit([keepReplay(changeRequest.id, view, examples, now()), ...await appendEvents(database, [entry])])
      return
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error
    }
  }
}

const carryOut = async (deps: DesignerDeps, actor: Session, run: ReplayRun, stored: StoredChangeRequest): Promise<void> => {
  try {
    await performRun(deps, run, stored)
    if (run.isCancelled) {
      run.view = { ...run.view, state: 'cancelled' }
      return
    }
    const done: ChangeReplay = { ...run.view, state: 'done', finishedAt: deps.now() }
    await keep(deps, actor, stored.changeRequest, { ...run, view: done })
    run.view = done
  } catch (error) {
    deps.log.error({ request: stored.changeRequest.id, err: { message: String(error) } }, 'a change was not played through')
    run.view = { ...run.view, state: 'failed' }
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

export const createReplays = (deps: DesignerDeps): Replays => {
  /** The last run of each request since the start of the server. */
  const runs = new Map<string, ReplayRun>()
  let last = Promise.resolve()

  const underWay = (): ReplayRun[] => [...runs.values()].filter(({ view }) => view.state === 'running')

  const find = async (id: string) => {
    const { changeRequest: { hash } } = await findRequest(deps, id)
    const run = runs.get(id)
    return run?.view.hash === hash ? { hash, found: { replay: run.view, examples: run.examples } } : { hash, found: await findReplay(deps.database, id, hash) }
  }

  return {
    start: async (actor, id) => {
      const { stored, context } = await gatherContext(deps, actor, await findRequest(deps, id))
      const known = runs.get(id)
      if (known?.view.state === 'running' && !known.isCancelled && known.view.hash === stored.changeRequest.hash) return known.view
      if (known) known.isCancelled = true
      if (underWay().length >= limits.replaysWaiting) throw new ProblemError('too-many')
      const run = createRun(stored.changeRequest.hash, context.class)
      runs.set(id, run)
      last = last.then(() => carryOut(deps, actor, run, stored)).then(() => {
        // What is kept with the request need not be kept here.
        if (run.view.state === 'done' && runs.get(id) === run) runs.delete(id)
      })
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
      if (run?.view.state !== 'running') return
      run.isCancelled = true
      run.view = { ...run.view, state: 'cancelled' }
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
