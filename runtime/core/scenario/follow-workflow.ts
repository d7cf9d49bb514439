// Walks a dossier through its workflow as officers and the applicant would: along the steps that a scenario names, or the
// plain way to a decision. The only mover is transition.ts; here is only who would do what.
import type { Dossier, Fee, FeeStatement, Scenario, Step, Workflow } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { confirmFee } from '../fee/compute-fee.ts'
import { availableActions } from '../workflow/available-actions.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { findStep, type Actor, type Facts } from '../workflow/facts.ts'
import { transition, type DossierChange } from '../workflow/transition.ts'

export type Records = NonNullable<Scenario['records']>

/** One filing that could stand in a workflow: prepared answers, what they owe, the day of filing. */
export interface Filing {
  workflow: Workflow
  answers: Answers
  fee: FeeStatement
  /** The rules that the fee comes from, where officers confirm amounts. */
  fees?: readonly Fee[]
  /** What officers write down at a step, each time that they decide there. */
  records?: Records
  /** Day of filing in Vietnam. */
  on: string
  calendar: WorkingCalendar
}

/** One way out of a step: an action by its id, a branch by its number, or what stands under a keyword of the step. */
export interface Way {
  step: string
  by: string
  to: string
}

interface Move {
  dossier: Dossier
  ways: Way[]
}

export const newDossier = (answers: Answers): Dossier => ({
  id: 'scenario', procedureId: 'scenario', revision: 'scenario', applicantId: 'scenario', channel: 'online', state: 'draft', answers, records: {}, version: 0,
})

/** Filed in the morning of that day in Vietnam. */
const factsOf = ({ on, calendar }: Filing, actor: Actor & { id: string } = { id: 'scenario', roles: [] }): Facts => ({ actor: { name: 'scenario', ...actor }, now: `${on}T02:00:00.000Z`, calendar })

const submitted = (filing: Filing): Move | undefined => {
  const { workflow, answers, fee } = filing
  const moved = transition(workflow, newDossier(answers), { type: 'submit', answers, fee }, factsOf(filing))
  return 'refused' in moved ? undefined : { dossier: moved.dossier, ways: moved.passed }
}

/** What somebody does with a dossier where it stands; opinions are several deeds, by as many people. */
interface Deed {
  changes: { change: DossierChange; by: Actor & { id: string } }[]
  by: string
  to: string
}

const deed = (change: DossierChange, role: string | undefined, by: string, to: string): Deed => ({ changes: [{ change, by: { id: 'scenario', roles: role === undefined ? [] : [role] } }], by, to })

/** All in favour, or so many against that the council cannot decide in favour. */
const votes = ({ opinions = [], need }: Step, verdict: 'for' | 'against'): Deed['changes'] =>
  opinions.slice(0, need === undefined ? opinions.length : verdict === 'for' ? need : opinions.length - need + 1)
    .map(({ id, by }) => ({ change: { type: 'opine', opinion: id, verdict, text: 'scenario' }, by: { id, roles: [by.role] } }))

/** Every way on from where a dossier stands; for each, how. */
const deedsAt = ({ workflow, answers, fee, on, records }: Filing, dossier: Dossier, step: Step): Deed[] => {
  const role = step.by?.role
  if (step.kind === 'applicant') return [deed({ type: 'supplement', answers, fee }, role, 'supplement', step.otherwise ?? dossier.supplement?.returnTo ?? '')]
  if (step.kind === 'payment') return [deed({ type: 'pay', receiptNumber: 'scenario' }, role, 'otherwise', step.otherwise ?? '')]
  const opinions: Deed[] = step.kind === 'opinions'
    ? [{ changes: votes(step, 'for'), by: 'otherwise', to: step.otherwise ?? '' }, ...(step.against === undefined ? [] : [{ changes: votes(step, 'against'), by: 'against', to: step.against }])]
    : []
  const actions = availableActions(workflow, dossier, { roles: role === undefined ? [] : [role] })
  return [...opinions, ...actions.map(({ id, to }) => deed({ type: 'act', action: id, reason: 'scenario', fields: ['/scenario'], dueOn: on, record: records?.[step.id] ?? {} }, role, id, to))]
}

/** An officer's record confirms the fees that wait for it. */
export const confirmed = ({ fees, calendar }: Filing, dossier: Dossier, change: DossierChange, today: string): DossierChange => {
  if (change.type !== 'act' || !fees || !dossier.fee || dossier.step === undefined) return change
  const records = { ...dossier.records, ...(change.record && { [dossier.step]: change.record }) }
  return { ...change, fee: confirmFee(fees, dossier.fee, { answers: dossier.answers, records, facts: { today, calendar } }) }
}

const carryOut = (filing: Filing, from: Dossier, { changes, by, to }: Deed, step: Step): Move | undefined => {
  let dossier = from
  let ways: Way[] = []
  for (const each of changes) {
    const moved = transition(filing.workflow, dossier, confirmed(filing, dossier, each.change, filing.on), factsOf(filing, each.by))
    if ('refused' in moved) return undefined
    dossier = moved.dossier
    ways = moved.passed
  }
  return { dossier, ways: [{ step: step.id, by, to }, ...ways] }
}

/** Every next place of a dossier, in the order in which the step offers its ways. */
const movesFrom = (filing: Filing, dossier: Dossier): Move[] => {
  const step = findStep(filing.workflow, dossier.step)
  return step ? deedsAt(filing, dossier, step).flatMap((each) => carryOut(filing, dossier, each, step) ?? []) : []
}

/** The end of the office's time for a dossier that was filed so, as a civil date in Vietnam; undefined without a clock. */
export const dueInstant = (filing: Filing): string | undefined => submitted(filing)?.dossier.dueAt

export interface Followed {
  ways: Way[]
  /** The first step that cannot be reached from the one before. */
  broken?: string
}

/** Follows the steps that a scenario names. */
export const followPath = (filing: Filing, path: readonly string[]): Followed => {
  const start = submitted(filing)
  if (!start) return { ways: [], ...(path[0] !== undefined && { broken: path[0] }) }
  // Automatic steps are passed through, and so is a payment of nothing: a path may name them, a dossier never stands there.
  const isPassed = (id: string, { fee }: Pick<Dossier, 'fee'>): boolean => {
    const kind = findStep(filing.workflow, id)?.kind
    return kind === 'automatic' || (kind === 'payment' && (fee?.total ?? 0) === 0)
  }
  const at = path.findIndex((id) => !isPassed(id, filing))
  const [first, rest] = at < 0 ? [undefined, []] : [path[at], path.slice(at + 1)]
  if (first !== undefined && start.dossier.step !== first) return { ways: start.ways, broken: first }
  const ways = [...start.ways]
  let { dossier } = start
  for (const id of rest) {
    const next = movesFrom(filing, dossier).find((move) => move.dossier.step === id)
    if (!next && isPassed(id, dossier)) continue
    if (!next) return { ways, broken: id }
    ways.push(...next.ways)
    dossier = next.dossier
  }
  return { ways }
}

/** More steps than this nobody follows, and a workflow that goes in circles has no end. */
const longestPath = 30

interface Walk {
  path: string[]
  ways: Way[]
  dossier: Dossier
}

/** The shortest walk to a place that is looked for, from a walk that is already made; ways are tried in their own order. */
const search = (filing: Filing, from: Walk, isFound: (walk: Walk) => boolean): Walk | undefined => {
  const seen = new Set<string>()
  let edge = [from]
  for (let length = 0; length < longestPath && edge.length > 0; length++) {
    const found = edge.find(isFound)
    if (found) return found
    edge = edge.flatMap((walk) => movesFrom(filing, walk.dossier).flatMap((move): Walk[] => {
      // The same step asked from elsewhere returns elsewhere, and what was recorded opens other ways.
      const noted = Object.keys(filing.records ?? {}).filter((id) => id in move.dossier.records)
      const key = `${noted.join()} ${move.dossier.step} ${move.dossier.supplement?.returnTo ?? ''} ${move.ways.map((way) => way.by).join(' ')}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ path: [...walk.path, move.dossier.step!], ways: [...walk.ways, ...move.ways], dossier: move.dossier }]
    }))
  }
  return undefined
}

/**
 * The steps of the shortest walk to an end, the office's own first choice at each step before others; with `through`,
 * of one that takes this way. Undefined where there is none.
 */
export const findPath = (filing: Filing, through?: Pick<Way, 'step' | 'to'>): string[] | undefined => {
  const start = submitted(filing)
  if (!start) return undefined
  const begun: Walk = { path: [start.dossier.step!], ways: start.ways, dossier: start.dossier }
  const takes = (walk: Walk): boolean => !through || walk.ways.some((way) => way.step === through.step && way.to === through.to)
  const there = search(filing, begun, takes)
  if (!there) return undefined
  const granted = search(filing, there, ({ dossier }) => dossier.state === 'ended' && dossier.outcome === 'granted')
  return (granted ?? search(filing, there, ({ dossier }) => dossier.state === 'ended') ?? there).path
}
