// Puts a dossier into a step: the step's own time limit, the legal clock (running, paused), automatic steps passed
// through, an end reached. Called by transition.ts only.
import type { ClockRule, Dossier, Duration, Step, Workflow } from '#schemas/generated/types.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { dueAt, resumeDueAt } from '../deadline/due-date.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { Effect } from './effects.ts'

export interface Facts {
  actor: { id: string; name: string; roles: readonly string[] }
  /** RFC 3339, UTC. */
  now: string
  calendar: WorkingCalendar
}

export interface Moved {
  dossier: Dossier
  effects: Effect[]
}

export const findStep = (workflow: Workflow, id: string | undefined): Step | undefined => workflow.steps.find((step) => step.id === id)

/** The time that the law gives this dossier: that of its case, or the usual one. */
export const legalLimit = ({ cases, limit }: ClockRule, answers: Dossier['answers']): Duration =>
  cases?.find((each) => evaluateCondition(each.when, answers))?.limit ?? limit

const moveClock = (workflow: Workflow, dossier: Dossier, step: Step, { now, calendar }: Facts): Dossier => {
  const clock = step.clock ?? 'running'
  const { pausedAt, ...running } = dossier
  if (clock === 'paused') return { ...running, pausedAt: pausedAt ?? now }
  if (!pausedAt || !dossier.dueAt || !workflow.clock || clock === 'stopped') return running
  const rule = findStep(workflow, dossier.step)?.resume ?? workflow.clock.resume
  const resumed = resumeDueAt(rule, { limit: legalLimit(workflow.clock, dossier.answers), pausedAt, dueAt: dossier.dueAt, resumedAt: now }, calendar)
  return { ...running, dueAt: resumed }
}

const noticesOf = (step: Step, dossier: Dossier): Effect[] => {
  const portal: Effect[] = step.portalStatus === undefined ? [] : [{ kind: 'tell-portal', status: step.portalStatus }]
  if (step.kind === 'end') return [...portal, { kind: 'notify', to: 'applicant', notice: 'ended' }]
  if (step.kind === 'applicant') return [...portal, { kind: 'notify', to: 'applicant', notice: 'supplement-asked' }]
  if (step.kind === 'payment') return [...portal, { kind: 'request-payment', amount: dossier.fee?.total ?? 0 }, { kind: 'notify', to: 'applicant', notice: 'payment-asked' }]
  return [...portal, ...(step.by ? [{ kind: 'notify', to: 'role', role: step.by.role, notice: 'task' } as const] : [])]
}

const settle = (workflow: Workflow, dossier: Dossier, step: Step, facts: Facts): Moved => {
  const { stepDueAt: _old, ...rest } = moveClock(workflow, dossier, step, facts)
  const due = step.within && step.kind !== 'end' ? { stepDueAt: dueAt(facts.now, step.within, facts.calendar) } : {}
  const end = step.kind === 'end' ? { state: 'ended' as const, endedAt: facts.now, ...(step.outcome && { outcome: step.outcome }) } : { state: 'open' as const }
  const settled: Dossier = { ...rest, ...due, ...end, step: step.id, publicStatus: step.publicStatus, enteredAt: facts.now }
  return { dossier: settled, effects: noticesOf(step, settled) }
}

/** Where a dossier goes on from a step that nobody acts in: the first branch that holds; a paid or free payment passes. */
const passesTo = (step: Step, dossier: Dossier): string | undefined => {
  if (step.kind === 'automatic') return step.branches?.find((branch) => evaluateCondition(branch.when, dossier.answers))?.to ?? step.otherwise
  if (step.kind === 'payment' && ((dossier.fee?.total ?? 0) === 0 || dossier.fee?.paidAt)) return step.otherwise
  return undefined
}

/** Undefined when the workflow names no such step or its automatic steps run in a circle: lint-workflow.ts refuses both. */
export const enterStep = (workflow: Workflow, dossier: Dossier, stepId: string, facts: Facts): Moved | undefined => {
  let next: string | undefined = stepId
  for (let passed = 0; passed <= workflow.steps.length; passed++) {
    const step: Step | undefined = findStep(workflow, next)
    if (!step) return undefined
    const onward: string | undefined = passesTo(step, dossier)
    if (onward === undefined) return settle(workflow, dossier, step, facts)
    next = onward
  }
  return undefined
}
