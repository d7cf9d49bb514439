// Plays answers that people gave under the published form through a candidate for the next one: what they would be asked again,
// what would lose its place, what they would owe and which way their dossier would go. One at a time; replay-totals.ts counts.
import type { Dossier, Fee, Workflow } from '#schemas/generated/types.ts'
import type { FormulaFacts } from '../answers/compute-answers.ts'
import { prepareAnswers } from '../answers/prepare-answers.ts'
import { settleAnswers } from '../answers/settle-answers.ts'
import { tidyAnswers } from '../answers/tidy-answers.ts'
import { validateAnswers } from '../answers/validate-answers.ts'
import { computeFee } from '../fee/compute-fee.ts'
import { conditionsOf } from '../form/branch-origins.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { isError, type Issue } from '../issues/issue.ts'
import { expandPath, readAt, toPath, type Answers } from '../issues/json-pointer.ts'
import { newDossier } from '../scenario/follow-workflow.ts'
import type { ScenarioJudge } from '../scenario/play-scenario.ts'
import { wayAhead } from '../workflow/way-ahead.ts'
import type { Migration } from './classify-places.ts'
import { followPointer, isGiven, migrateAnswers } from './migrate-answers.ts'

/** What a revision makes of answers. */
export interface ReplaySide {
  judge: ScenarioJudge
  fees: readonly Fee[]
  routing?: Workflow
}

export interface ReplayCandidate extends ReplaySide {
  /** Since the base (classify-places.ts, newMigrations). */
  migrations?: readonly Migration[]
}

export type ReplayVerdict = 'same' | 'asksAgain' | 'losesData'

/** A question and why: a code of an issue, `notAsked` for an answer that is not asked for any more, `noPlace`. */
export interface ReplayReason {
  path: string
  keyword: string
}

export interface Replayed {
  verdict: ReplayVerdict
  /** Paths, without rows: nothing in them tells whose answers they were. */
  questions: string[]
  reasons: ReplayReason[]
  /** Whole đồng; absent where it stays the same. */
  fee?: { before: number; after: number }
  /** Steps that lie ahead; absent where they stay the same. */
  route?: { before: string[]; after: string[] }
}

/** Where an open dossier stands; absent of a draft. */
export type Standing = Pick<Dossier, 'step' | 'records'>

const errorsOf = ({ judge: { form, validate } }: ReplaySide, prepared: Answers, facts: FormulaFacts): Issue[] => validateAnswers(form, prepared, { ...facts, validate }).filter(isError)

const conditionals = new WeakMap<CompiledForm, string[]>()

/** Questions that are not asked of everybody, worked out once for a form. */
const conditionalPaths = (form: CompiledForm): string[] => {
  const known = conditionals.get(form) ?? [...form.questions.values()].filter(({ path, kind }) => kind !== 'group' && conditionsOf(form.questions, path).length > 0).map(({ path }) => path)
  conditionals.set(form, known)
  return known
}

const noLongerAsked = (form: CompiledForm, carried: Answers, kept: Answers): ReplayReason[] => (carried === kept ? [] : conditionalPaths(form)
  .filter((path) => expandPath(path, carried).some((pointer) => readAt(carried, pointer) !== undefined && readAt(kept, pointer) === undefined))
  .map((path) => ({ path, keyword: 'notAsked' })))

const fixedRoutes = new WeakMap<Workflow, Map<string, string[]> | 'guarded'>()

/** Routes of a workflow in which no answer decides, by what else does; a draft is like the next one there. */
const knownRoutes = (routing: Workflow, standing: Standing | undefined): Map<string, string[]> | undefined => {
  const known = fixedRoutes.get(routing) ?? (/"(?:when|score|atLeast)":/.test(JSON.stringify(routing.steps)) ? 'guarded' : new Map<string, string[]>())
  fixedRoutes.set(routing, known)
  return known === 'guarded' || standing ? undefined : known
}

const routeOf = ({ routing }: ReplaySide, answers: Answers, total: number, standing: Standing | undefined): string[] => {
  if (!routing) return []
  const known = knownRoutes(routing, standing)
  const before = known?.get(`${total > 0}`)
  if (before) return before
  const fee = { lines: [], fees: 0, charges: 0, total }
  const route = wayAhead(routing, { ...newDossier(answers), step: routing.start, ...standing, state: 'open', fee }).map(({ id }) => id)
  known?.set(`${total > 0}`, route)
  return route
}

const consequences = (candidate: ReplaySide, after: Answers, base: ReplaySide, before: Answers, facts: FormulaFacts, standing?: Standing): Pick<Replayed, 'fee' | 'route'> => {
  if (after === before && candidate.fees === base.fees && candidate.routing === base.routing) return {}
  const [was, is] = [computeFee(base.fees, before, facts).total, computeFee(candidate.fees, after, facts).total]
  const [old, now] = [routeOf(base, before, was, standing), routeOf(candidate, after, is, standing)]
  return { ...(was !== is && { fee: { before: was, after: is } }), ...(old.join('\n') !== now.join('\n') && { route: { before: old, after: now } }) }
}

const eachOnce = (reasons: readonly ReplayReason[]): ReplayReason[] => [...new Map(reasons.map((each) => [`${each.path}\n${each.keyword}`, each])).values()]

const none: readonly Migration[] = []

/** What has to be answered again: an answer that has gone, or that nobody asks for any more, has not. */
export const askedAgain = ({ reasons }: Pick<Replayed, 'reasons'>): ReplayReason[] => reasons.filter(({ keyword }) => keyword !== 'noPlace' && keyword !== 'notAsked')

/** A draft is often unfinished: what is missing or wrong under the base as well is not asked again. */
export const replayOne = (candidate: ReplayCandidate, given: Answers, base: ReplaySide, facts: FormulaFacts, standing?: Standing): Replayed => {
  const migrations = candidate.migrations ?? none
  const old = prepareAnswers(base.judge.form, given, facts)
  const { answers: carried, aside } = migrateAnswers(old, migrations, base.judge.form, candidate.judge.form)
  const settled = settleAnswers(candidate.judge.form, carried, facts)
  // The very same where nothing was hidden, worked out or set aside: then there is nothing to tidy either.
  const now = settled === old ? old : tidyAnswers(settled)
  const errors = errorsOf(candidate, now, facts)
  const open = new Set(errors.length === 0 ? [] : errorsOf(base, old, facts).map(({ pointer }) => followPointer(pointer, migrations)))
  const lost = aside.filter((each) => isGiven(base.judge.form, each)).map(({ pointer }): ReplayReason => ({ path: toPath(pointer), keyword: 'noPlace' }))
  const asked = errors.filter(({ pointer }) => !open.has(pointer)).map(({ pointer, code }): ReplayReason => ({ path: toPath(pointer), keyword: code }))
  const reasons = eachOnce([...lost, ...asked, ...noLongerAsked(candidate.judge.form, carried, now)])
  return {
    verdict: lost.length > 0 ? 'losesData' : reasons.length > 0 ? 'asksAgain' : 'same',
    questions: [...new Set(reasons.map(({ path }) => path))], reasons,
    ...consequences(candidate, now, base, old, facts, standing),
  }
}
