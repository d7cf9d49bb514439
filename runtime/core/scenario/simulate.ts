// A dossier played by hand through its workflow: somebody acts, time passes, and what would go out is written down. The only mover
// is transition.ts; a simulation never stands where a dossier could not.
import type { Dossier } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import type { Answers } from '../issues/json-pointer.ts'
import { vietnamDate } from '../text/format.ts'
import { availableActions } from '../workflow/available-actions.ts'
import type { Effect } from '../workflow/effects.ts'
import { findStep, type Facts } from '../workflow/facts.ts'
import { availableOpinions } from '../workflow/opinions.ts'
import { nextTimer } from '../workflow/timers.ts'
import { transition, type DossierChange } from '../workflow/transition.ts'
import { confirmed, newDossier, type Filing, type Way } from './follow-workflow.ts'

/** Who does something in a simulation: a role of the office, the applicant, or time itself. */
export type Player = { role: string } | 'applicant' | 'time'

export interface Happening {
  at: string
  by: Player
  change: DossierChange
  /** Where the dossier stood before. */
  from?: string
  /** As it is from now on. */
  dossier: Dossier
  ways: Way[]
  effects: Effect[]
}

export interface Simulation {
  filing: Filing
  now: string
  past: Happening[]
  dossier: Dossier
}

const factsOf = ({ calendar }: Filing, now: string, by: Player, id: string): Facts => ({ actor: { id, name: id, roles: typeof by === 'object' ? [by.role] : [] }, now, calendar })

/** By which way a change leads on: as coverage names it (coverage.ts). */
const wayOf = (change: DossierChange): string => {
  switch (change.type) {
    case 'act': return change.action
    case 'supplement': return 'supplement'
    case 'expire': return 'onExpiry'
    default: return 'otherwise'
  }
}

const happened = (simulation: Simulation, change: DossierChange, by: Player): Simulation | { refused: Issue } => {
  const { filing, now, past, dossier: before } = simulation
  // In a council nobody votes twice: each opinion has a person of its own.
  const id = change.type === 'opine' ? `member ${change.opinion}` : typeof by === 'object' ? by.role : by
  const moved = transition(filing.workflow, before, confirmed(filing, before, change, vietnamDate(now)), factsOf(filing, now, by, id))
  if ('refused' in moved) return moved
  const { dossier, passed, effects } = moved
  // What is paid is passed like an automatic step; a timer, a vote or a claim may leave the dossier where it is.
  const isPassed = before.step === undefined || passed[0]?.step === before.step
  const stays = !isPassed && change.type !== 'act' && dossier.step === before.step && passed.length === 0
  const first = isPassed || stays ? [] : [{ step: before.step!, by: wayOf(change), to: passed[0]?.step ?? dossier.step! }]
  return { ...simulation, dossier, past: [...past, { at: now, by, change, ...(before.step !== undefined && { from: before.step }), dossier, ways: [...first, ...passed], effects }] }
}

/** Filed in the morning of the day; undefined where the workflow takes no dossier. */
export const beginSimulation = (filing: Filing): Simulation | undefined => {
  const begun = happened({ filing, now: `${filing.on}T02:00:00.000Z`, past: [], dossier: newDossier(filing.answers) }, { type: 'submit', answers: filing.answers, fee: filing.fee }, 'applicant')
  return 'refused' in begun ? undefined : begun
}

export const actInSimulation = (simulation: Simulation, change: DossierChange, by: Player): Simulation | { refused: Issue } => happened(simulation, change, by)

/** More than this in one wait is a workflow that never rests. */
const mostTimed = 200

/** Time passes: what comes by itself comes on its way, each at its time. */
export const waitUntil = (simulation: Simulation, until: string): Simulation => {
  let current = simulation
  for (let n = 0; n < mostTimed; n++) {
    const timed = nextTimer(current.filing.workflow, current.dossier, current.filing.calendar)
    if (!timed || Date.parse(timed.at) > Date.parse(until)) break
    const now = Date.parse(timed.at) > Date.parse(current.now) ? timed.at : current.now
    const next = happened({ ...current, now }, timed.change, 'time')
    if ('refused' in next) break
    current = next
  }
  return { ...current, now: Date.parse(until) > Date.parse(current.now) ? until : current.now }
}

/** A deed that is open to somebody now. */
export interface SimulatedDeed {
  change: DossierChange
  by: Player
}

/** Whatever must be said with a decision is said by the simulation. */
const officersDeeds = ({ filing, dossier, now }: Simulation, role: string, record: Answers | undefined): SimulatedDeed[] => {
  const [by, actor] = [{ role }, { roles: [role] }]
  const dueOn = [vietnamDate(now), dossier.dueAt === undefined ? '' : vietnamDate(dossier.dueAt)].sort().at(-1)!
  return [
    ...availableActions(filing.workflow, dossier, actor).map(({ id }): SimulatedDeed => ({ change: { type: 'act', action: id, reason: '…', fields: ['/'], dueOn, ...(record && { record }) }, by })),
    ...availableOpinions(filing.workflow, dossier, actor).flatMap(({ id }): SimulatedDeed[] => (['for', 'against'] as const).map((verdict) => ({ change: { type: 'opine', opinion: id, verdict, text: '…' }, by }))),
  ]
}

/** Everything that everybody may do where the dossier stands; `record` is what an officer writes down there. */
export const openDeeds = (simulation: Simulation, record?: Answers): SimulatedDeed[] => {
  const { filing: { workflow, answers, fee }, dossier } = simulation
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step) return []
  const applicants: DossierChange[] = [
    ...(step.kind === 'applicant' ? [{ type: 'supplement', answers, fee } as const] : []),
    ...(step.kind === 'payment' ? [{ type: 'pay', receiptNumber: '…' } as const] : []),
    ...(workflow.withdrawTo !== undefined && dossier.publicStatus !== 'decided' ? [{ type: 'withdraw', reason: '…' } as const] : []),
  ]
  return [...workflow.roles.flatMap(({ id }) => officersDeeds(simulation, id, record)), ...applicants.map((change): SimulatedDeed => ({ change, by: 'applicant' }))]
}

/** The steps in which the dossier stood, as a scenario names them. */
export const pathOf = ({ past }: Simulation): string[] => past.flatMap(({ dossier, ways, change }) => (change.type === 'submit' || ways.length > 0 ? [dossier.step!] : []))
