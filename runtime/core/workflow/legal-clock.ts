// The law's clock of a dossier: when it begins to run, how it stands still and goes on. The steps' own shares of the time are
// set in enter-step.ts.
import type { ClockRule, Dossier, Duration, FeeStatement, Step, Workflow } from '#schemas/generated/types.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { dueAt, resumeDueAt } from '../deadline/due-date.ts'
import { findStep, type Facts } from './facts.ts'

/** The time that the law gives this dossier: that of its case, or the usual one. */
export const legalLimit = ({ cases, limit }: ClockRule, answers: Dossier['answers']): Duration =>
  cases?.find((each) => evaluateCondition(each.when, answers))?.limit ?? limit

export const owesNothing = (fee: FeeStatement | undefined): boolean => fee === undefined || fee.total === 0 || fee.paidAt !== undefined

/** Nothing is owed, and no officer has yet to say how much. */
const isSettled = (fee: FeeStatement | undefined): boolean => owesNothing(fee) && (fee?.paidAt !== undefined || !fee?.lines.some(({ provisional }) => provisional))

const isOffice = ({ kind }: Step): boolean => kind === 'task' || kind === 'opinions'

const begins = (workflow: Workflow, dossier: Dossier, step: Step): boolean => {
  switch (workflow.clock?.startsOn ?? 'received') {
    case 'received': return true
    // "Kể từ ngày nhận đủ hồ sơ hợp lệ": the desk has checked it and hands it on.
    case 'complete': return step.id !== workflow.start && isOffice(step)
    case 'paid': return isSettled(dossier.fee)
  }
}

/** Starts the clock of a dossier on which it does not run yet, where what it waits for has come. */
export const startClock = (workflow: Workflow, dossier: Dossier, step: Step, { now, calendar }: Facts): Dossier => {
  if (!workflow.clock || dossier.dueAt !== undefined || step.clock === 'stopped' || step.kind === 'end' || !begins(workflow, dossier, step)) return dossier
  return { ...dossier, dueAt: dueAt(now, legalLimit(workflow.clock, dossier.answers), calendar), ...(dossier.pausedAt !== undefined && { pausedAt: now }) }
}

/** The clock of a dossier that goes from where it stands into this step. */
export const moveClock = (workflow: Workflow, dossier: Dossier, step: Step, facts: Facts): Dossier => {
  const { pausedAt, ...running } = dossier
  if (step.clock === 'paused') return startClock(workflow, { ...running, pausedAt: pausedAt ?? facts.now }, step, facts)
  if (pausedAt === undefined || dossier.dueAt === undefined || !workflow.clock || step.clock === 'stopped') return startClock(workflow, running, step, facts)
  const rule = findStep(workflow, dossier.step)?.resume ?? workflow.clock.resume
  const clock = { limit: legalLimit(workflow.clock, dossier.answers), pausedAt, dueAt: dossier.dueAt, resumedAt: facts.now }
  return { ...running, dueAt: resumeDueAt(rule, clock, facts.calendar) }
}
