// A thread in which people's answers are played through a candidate: filings go first. It is told the candidate and the
// revisions that people answered under, then gets slices of dossiers, and gives counts back, with ids as examples.
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { Passage } from '#core/change/carry-over.ts'
import { replayOne, type Replayed, type ReplayCandidate, type ReplaySide } from '#core/change/replay.ts'
import { addUpReplay, type ReplayTotals } from '#core/change/replay-totals.ts'
import { staysBehind, type Staying } from '#core/change/stays-behind.ts'
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { Dossier, Procedure } from '#schemas/generated/types.ts'
import { passageOf, sideOf } from '../dossiers/passages.ts'
import { limits } from '../limits.ts'
import type { ValidatorBodies } from '../validators/compile-worker.ts'
import { createJudges, type Judges } from '../validators/validator-cache.ts'

export interface ToReplay {
  id: string
  revision: string
  step?: string
  /** The day by which it is judged. */
  day: string
  /** JSON text of its body. */
  body: string
}

interface Document {
  procedure: Procedure
  validators: ValidatorBodies
}

export type ReplayRequest =
  /** Its code is loaded while the candidate is still compiled. */
  | { kind: 'begin' }
  /** `base`: the revision that the candidate is held against. */
  | { kind: 'candidate'; document: Document; base: string | undefined; calendar: WorkingCalendar }
  | { kind: 'revision'; hash: string; document: Document }
  | { kind: 'slice'; of: 'drafts' | 'open' | 'decided'; dossiers: ToReplay[] }

export interface ReplayReply {
  totals: ReplayTotals
  /** By path. */
  examples: Record<string, string[]>
  stays: Staying[]
  /** Somebody who answered under the base is asked again, or loses something. */
  worst?: 'asksAgain' | 'losesData'
}

interface Judged {
  procedure: Procedure
  judges: Judges
}

interface Pair {
  before: Judged
  base: ReplaySide
  candidate: ReplayCandidate
  passage: Passage
}

let after: (Judged & { base: string | undefined; calendar: WorkingCalendar }) | undefined
const pairs = new Map<string, Pair>()

const judged = ({ procedure, validators }: Document): Judged => ({ procedure, judges: createJudges(procedure, validators) })

const know = (hash: string, document: Document): void => {
  const before = judged(document)
  const [base, candidate] = [sideOf(before.procedure, before.judges), after && sideOf(after.procedure, after.judges)]
  const passage = after && passageOf(before.procedure, before.judges, after.procedure, after.judges)
  if (base && candidate && passage) pairs.set(hash, { before, base, candidate: { ...candidate, migrations: passage.migrations }, passage })
}

interface Played {
  of: ToReplay
  replayed: Replayed
  stays?: Staying
}

const play = (of: 'drafts' | 'open' | 'decided', dossier: ToReplay): Played | undefined => {
  const pair = pairs.get(dossier.revision)
  if (!pair || !after) return undefined
  const { answers, records, supplement } = JSON.parse(dossier.body) as Pick<Dossier, 'answers' | 'records' | 'supplement'>
  const step = dossier.step === undefined ? {} : { step: dossier.step }
  const replayed = replayOne(pair.candidate, answers, pair.base, { today: dossier.day, calendar: after.calendar }, of === 'open' ? { records, ...step } : undefined)
  const stays = of === 'open' ? staysBehind(pair.before.procedure.workflow, after.procedure.workflow, { ...step, ...(supplement && { supplement }) }, replayed) : undefined
  return { of: dossier, replayed, ...(stays && { stays }) }
}

/** One that cannot be read at all says nothing about the change. */
const playSafely = (of: 'drafts' | 'open' | 'decided', dossier: ToReplay): Played[] => {
  try {
    return [play(of, dossier) ?? []].flat()
  } catch {
    return []
  }
}

const examplesOf = (played: readonly Played[]): Record<string, string[]> => {
  const examples = new Map<string, string[]>()
  for (const { of, replayed } of played) {
    for (const path of replayed.questions) {
      const known = examples.get(path) ?? []
      if (known.length < limits.replayExamples) examples.set(path, [...known, of.id])
    }
  }
  return Object.fromEntries(examples)
}

const worstOf = (played: readonly Played[], base: string | undefined): Pick<ReplayReply, 'worst'> => {
  const verdicts = new Set(played.filter(({ of }) => of.revision === base).map(({ replayed }) => replayed.verdict))
  return verdicts.has('losesData') ? { worst: 'losesData' } : verdicts.has('asksAgain') ? { worst: 'asksAgain' } : {}
}

const playSlice = ({ of, dossiers }: Extract<ReplayRequest, { kind: 'slice' }>): ReplayReply => {
  const played = dossiers.flatMap((dossier) => playSafely(of, dossier))
  return {
    totals: addUpReplay(played.map(({ replayed }) => replayed)), examples: examplesOf(played), stays: played.flatMap(({ stays }) => stays ?? []), ...worstOf(played, after?.base),
  }
}

const carryOut = (request: ReplayRequest): ReplayReply | true => {
  if (request.kind === 'slice') return playSlice(request)
  if (request.kind === 'revision') know(request.hash, request.document)
  else if (request.kind === 'candidate') after = { ...judged(request.document), base: request.base, calendar: request.calendar }
  return true
}

// Elsewhere it would be the whole server's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

parentPort?.on('message', (request: ReplayRequest) => {
  parentPort?.postMessage(carryOut(request))
})
parentPort?.postMessage('ready')
