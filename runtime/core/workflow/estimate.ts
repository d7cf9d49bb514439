// What a month of dossiers asks of an office: how often each step is done, how much of each role’s time that takes, and where
// the queue grows because more comes in than can be done. It reckons with means and says nothing about a single dossier.
import type { Duration, Step, Workflow } from '#schemas/generated/types.ts'
import { waysOf, type Way } from '../workflow-map/workflow-ways.ts'
import { solveFlow } from './solve-flow.ts'
import { meanWaiting } from './waiting.ts'

export interface Staffing {
  dossiersPerMonth: number
  /** By id; roles that are not named have one officer. */
  officers: Readonly<Record<string, number>>
  hoursPerDay: number
  daysPerMonth: number
  /** Of the time that a step may take, how much an officer really works on one dossier: 0 to 1. */
  workedShare: number
  /** Of the dossiers in a step, by id of the way. Absent for a step: the first decision that leads on, or all branches alike. */
  shares: Readonly<Record<string, number>>
}

export interface StepLoad {
  step: string
  role: string
  /** Of an opinion that is asked for in this step. */
  opinion?: string
  /** Dossiers a month. */
  arrivals: number
  /** Work of one officer on one dossier. */
  hoursEach: number
  hours: number
  /** Dossiers a month by which the queue before this step grows. */
  growth: number
}

export interface RoleLoad {
  role: string
  officers: number
  hours: number
  capacity: number
  /** Of what comes in against what can be done; above 1 the queue grows. */
  utilisation: number
  growth: number
  /** Hours that a dossier waits for a free officer; absent where the queue grows. */
  waiting?: number
  /** So many officers keep the queue from growing, once the other roles keep up too. */
  needed: number
}

export interface Estimate {
  steps: StepLoad[]
  roles: RoleLoad[]
  /** Dossiers a month that come to an end. */
  finished: number
  /** Dossiers a month that stay in some queue. */
  growth: number
  /** Steps of officers without a time limit: their work is not reckoned. */
  untimed: string[]
}

const hoursOf = ({ amount, unit }: Duration, { hoursPerDay, daysPerMonth }: Staffing): number =>
  amount * { workingHour: 1, workingDay: hoursPerDay, day: (hoursPerDay * 5) / 7, month: daysPerMonth * hoursPerDay }[unit]

/** Ways that people take; time running out is not planned for. */
const planned = (step: Step, ways: readonly Way[]): Way[] => ways.filter(({ from, kind }) => from === step.id && kind !== 'expiry')

/** By id of the way; of each step they add up to 1. */
export const usualShares = (workflow: Workflow, given: Staffing['shares'] = {}): Map<string, number> => {
  const ways = waysOf(workflow)
  return new Map(workflow.steps.flatMap((step): [string, number][] => {
    const own = planned(step, ways)
    const said = own.map(({ id }) => (Object.hasOwn(given, id) ? Math.max(0, given[id]!) : undefined))
    const sum = said.reduce<number>((total, each) => total + (each ?? 0), 0)
    if (sum > 0) return own.map(({ id }, i) => [id, (said[i] ?? 0) / sum])
    // What goes well: opinions go on when they are given, decisions lead on from the step.
    const usual = own.find(({ kind, to }) => (step.kind === 'opinions' ? kind === 'otherwise' : kind === 'action' && to !== step.id))
    return own.map((way) => [way.id, usual ? (way === usual ? 1 : 0) : 1 / own.length])
  }))
}

interface Task { step: string; role: string; opinion?: string; hours: number }

/** What another authority does takes nobody’s time here. */
const tasksOf = (staffing: Staffing) => (step: Step): Task[] => {
  const worked = (within: Duration | undefined): number => (within ? hoursOf(within, staffing) * staffing.workedShare : 0)
  if (step.kind === 'opinions') return (step.opinions ?? []).filter(({ by }) => by.agency === undefined).map(({ id, by, within }) => ({ step: step.id, role: by.role, opinion: id, hours: worked(within) }))
  return step.kind === 'task' && step.by && step.by.agency === undefined ? [{ step: step.id, role: step.by.role, hours: worked(step.within) }] : []
}

/** Dossiers a month into each step, when of each step only so many can be done. */
const arrivalsOf = (workflow: Workflow, ways: readonly Way[], shares: ReadonlyMap<string, number>, perMonth: number, done: (step: string) => number): Map<string, number> => {
  const place = new Map(workflow.steps.map(({ id }, i) => [id, i]))
  const equations = workflow.steps.map(({ id }, row) => [...workflow.steps.map((_step, i) => (i === row ? 1 : 0)), id === workflow.start ? perMonth : 0])
  for (const { id, from, to } of ways) equations[place.get(to)!]![place.get(from)!]! -= (shares.get(id) ?? 0) * done(from)
  const solved = solveFlow(equations)
  return new Map(workflow.steps.map(({ id }, i) => [id, solved[i]!]))
}

export const estimateLoad = (workflow: Workflow, staffing: Staffing): Estimate => {
  const ways = waysOf(workflow).filter(({ kind }) => kind !== 'expiry')
  const shares = usualShares(workflow, staffing.shares)
  const tasks = workflow.steps.flatMap(tasksOf(staffing))
  const roles = [...new Set(tasks.map(({ role }) => role))]
  const officersOf = (role: string): number => Math.max(0, staffing.officers[role] ?? 1)
  const capacityOf = (role: string): number => officersOf(role) * staffing.hoursPerDay * staffing.daysPerMonth
  const hoursIn = (role: string, arrivals: ReadonlyMap<string, number>): number => tasks.filter((task) => task.role === role).reduce((sum, { step, hours }) => sum + arrivals.get(step)! * hours, 0)
  const doneBy = (done: ReadonlyMap<string, number>) => (step: string): number => Math.min(1, ...tasks.filter((task) => task.step === step).map(({ role }) => done.get(role)!))
  // A role that cannot keep up sends less on to the others: reckoned again and again until little changes.
  let done = new Map(roles.map((role) => [role, 1]))
  const unhindered = arrivalsOf(workflow, ways, shares, staffing.dossiersPerMonth, doneBy(done))
  let arrivals = unhindered
  for (let round = 0; round < 60; round++) {
    const next = new Map(roles.map((role) => [role, Math.min(1, (done.get(role)! + Math.min(1, capacityOf(role) / Math.max(1e-9, hoursIn(role, arrivals)))) / 2)]))
    const moved = Math.max(0, ...roles.map((role) => Math.abs(next.get(role)! - done.get(role)!)))
    done = next
    arrivals = arrivalsOf(workflow, ways, shares, staffing.dossiersPerMonth, doneBy(done))
    if (moved < 1e-6) break
  }
  const finishedPart = doneBy(done)
  const steps = tasks.map(({ step, role, opinion, hours }): StepLoad => ({ step, role, ...(opinion !== undefined && { opinion }), arrivals: arrivals.get(step)!, hoursEach: hours, hours: hours * arrivals.get(step)!, growth: arrivals.get(step)! * (1 - done.get(role)!) }))
  const queues = workflow.steps.map(({ id }) => arrivals.get(id)! * (1 - finishedPart(id)))
  return {
    steps, roles: roles.map((role) => roleLoad({ role, officers: officersOf(role), capacity: capacityOf(role), needed: Math.ceil(hoursIn(role, unhindered) / (staffing.hoursPerDay * staffing.daysPerMonth) - 1e-9) }, steps)),
    finished: workflow.steps.filter(({ kind }) => kind === 'end').reduce((sum, { id }) => sum + arrivals.get(id)!, 0), growth: queues.reduce((sum, each) => sum + each, 0),
    untimed: workflow.steps.filter(({ kind, within }) => kind === 'task' && !within).map(({ id }) => id),
  }
}

const roleLoad = ({ role, officers, capacity, needed }: Pick<RoleLoad, 'role' | 'officers' | 'capacity' | 'needed'>, steps: readonly StepLoad[]): RoleLoad => {
  const own = steps.filter((step) => step.role === role)
  const [hours, count] = [own.reduce((sum, step) => sum + step.hours, 0), own.reduce((sum, step) => sum + step.arrivals, 0)]
  const waiting = meanWaiting({ arrivals: count, work: count === 0 ? 0 : hours / count, servers: officers, time: officers === 0 ? 0 : capacity / officers })
  return { role, officers, hours, capacity, utilisation: hours === 0 ? 0 : hours / capacity, growth: own.reduce((sum, step) => sum + step.growth, 0), ...(waiting !== undefined && { waiting }), needed }
}
