// One run of a change through what people answered: slice after slice goes to one of the threads, what comes back is added up. It can be
// stopped between two slices, and what it has counted so far shows.
import { availableParallelism } from 'node:os'
import { riskOf, type ChangeClass } from '#core/change/change-class.ts'
import { mergeReplays, noReplays, type ReplayTotals } from '#core/change/replay-totals.ts'
import { countStaying } from '#core/change/stays-behind.ts'
import type { ChangeReplay } from '#schemas/generated/types.ts'
import { limits } from '../limits.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { compileProcedure } from '../validators/compile-procedure.ts'
import { createThreadQueue, type ThreadQueue } from '../validators/thread-queue.ts'
import { countGroup, readGroup, replayGroups, type ReplayGroup } from './replay-reading.ts'
import type { ReplayExampleIds } from './replay-repository.ts'
import type { ReplayReply, ReplayRequest } from './replay-worker.ts'
import type { StoredChangeRequest } from './repository.ts'

/** What is under way; `view` is replaced at every step. */
export interface ReplayRun {
  runId: string
  view: ChangeReplay
  /** The worst that should be found; whoever is hit harder is a finding. */
  expected: ChangeClass
  examples: ReplayExampleIds
  isCancelled: boolean
}

export const emptyView = (hash: string, changeClass: ChangeClass, state: ChangeReplay['state']): ChangeReplay =>
  ({ hash, state, done: 0, total: 0, drafts: noReplays, open: noReplays, decided: noReplays, class: changeClass, disagrees: false, stays: [] })

export const noExamples: ReplayExampleIds = { drafts: {}, open: {}, decided: {} }

export const createRun = (runId: string, hash: string, changeClass: ChangeClass, expected: ChangeClass): ReplayRun =>
  ({ runId, expected, view: emptyView(hash, changeClass, 'running'), examples: structuredClone(noExamples), isCancelled: false })

type Thread = ThreadQueue<ReplayRequest, ReplayReply | true>

/** Questions and reasons are as many as the form has; what else is told is bounded here. */
const bounded = (totals: ReplayTotals): ReplayTotals =>
  ({ ...totals, questions: totals.questions.slice(0, 2000), reasons: totals.reasons.slice(0, 2000), routes: totals.routes.slice(0, 500) })

const mostPaths = 500

const keepExamples = (known: Record<string, string[]>, more: Record<string, string[]>): void => {
  for (const [path, ids] of Object.entries(more)) {
    if (known[path] === undefined && Object.keys(known).length >= mostPaths) continue
    known[path] = [...known[path] ?? [], ...ids].slice(0, limits.replayExamples)
  }
}

const takeIn = (run: ReplayRun, of: ReplayGroup, played: number, { totals, examples, stays, worst }: ReplayReply): void => {
  keepExamples(run.examples[of], examples)
  const { view } = run
  run.view = {
    ...view, done: view.done + played, [of]: bounded(mergeReplays(view[of], totals)), stays: countStaying([...view.stays, ...stays]),
    disagrees: view.disagrees || (worst !== undefined && riskOf(worst) > riskOf(run.expected)),
  }
}

interface Playing {
  run: ReplayRun
  threads: readonly Thread[]
  /** By thread: revisions that it has learnt. */
  known: ReadonlyMap<Thread, Set<string>>
}

/** A thread learns a revision when the first who answered under it comes. */
const teach = async ({ revisions }: DesignerDeps, thread: Thread, procedureId: string, hashes: readonly string[], known: Set<string>): Promise<void> => {
  for (const hash of hashes) {
    if (known.has(hash)) continue
    known.add(hash)
    const revision = await revisions.find(procedureId, hash)
    if (revision) await thread({ kind: 'revision', hash, document: { procedure: revision.procedure, validators: revision.validators } })
  }
}

/** Each thread takes the next slice when it has played one; while one plays, the slice of another is read. */
const playGroup = async (deps: DesignerDeps, procedureId: string, of: ReplayGroup, now: string, { run, threads, known }: Playing): Promise<void> => {
  const slices = readGroup(deps.database, procedureId, of, now)
  await Promise.all(threads.map(async (thread) => {
    for (;;) {
      const { value: dossiers, done } = await slices.next()
      if (done || run.isCancelled) return
      await teach(deps, thread, procedureId, [...new Set(dossiers.map(({ revision }) => revision))], known.get(thread)!)
      takeIn(run, of, dossiers.length, await thread({ kind: 'slice', of, dossiers }) as ReplayReply)
    }
  }))
}

const playAll = async (deps: DesignerDeps, procedureId: string, playing: Playing): Promise<void> => {
  const { run } = playing
  const now = deps.now()
  const totals = await Promise.all(replayGroups.map((of) => countGroup(deps.database, procedureId, of, now)))
  run.view = { ...run.view, total: totals.reduce((sum, each) => sum + each, 0) }
  for (const of of replayGroups) await playGroup(deps, procedureId, of, now, playing)
}

const startThread = (): Thread => createThreadQueue(new URL('./replay-worker.ts', import.meta.url), { withinMs: limits.replaySliceMs, heapMb: limits.replayHeapMb })

/** Ends with the state that it came to; throws when a thread did not answer. */
export const performRun = async (deps: DesignerDeps, run: ReplayRun, { document, changeRequest: { procedureId, base } }: StoredChangeRequest): Promise<void> => {
  if (run.isCancelled) return
  const threads = Array.from({ length: Math.min(availableParallelism(), limits.replayThreads) }, startThread)
  try {
    const [compiled] = await Promise.all([compileProcedure(document), ...threads.map((thread) => thread({ kind: 'begin' }))])
    if ('issues' in compiled) throw new Error('the draft does not compile')
    const candidate = { kind: 'candidate' as const, document: { procedure: document, validators: compiled.validators }, base, calendar: await deps.calendar(document.info) }
    await Promise.all(threads.map((thread) => thread(candidate)))
    await playAll(deps, procedureId, { run, threads, known: new Map(threads.map((thread) => [thread, new Set<string>()])) })
  } finally {
    for (const thread of threads) thread.end()
  }
}
