// Puts a dossier into a step: the step's own time limit, the legal clock, automatic steps passed through, an end reached.
// Called by transition.ts only.
import type { Assignee, Dossier, Step, Workflow } from '#schemas/generated/types.ts'
import { dueAt } from '../deadline/due-date.ts'
import { tellOfficers, type Effect } from './effects.ts'
import { findStep, type Facts } from './facts.ts'
import { passageOf, type Passage } from './guard.ts'
import { moveClock, owesNothing } from './legal-clock.ts'
import { joinOf, lastOpinionDueAt } from './opinions.ts'

export interface Moved {
  dossier: Dossier
  effects: Effect[]
}

/** A step that was passed without standing in it, and the way that was taken. */
export interface Passed extends Pick<Passage, 'by' | 'to'> {
  step: string
}

export interface Entered extends Moved {
  passed: Passed[]
}

const waits = ({ kind }: Step): boolean => kind === 'applicant' || kind === 'payment'

/** A supplement comes back to the officer who asked for it; otherwise a step begins with nobody. */
const keptAssignee = ({ assignee }: Dossier, step: Step): Pick<Dossier, 'assignee'> =>
  (assignee && (waits(step) || assignee.step === step.id) ? { assignee: assignee satisfies Assignee } : {})

const opinionNotices = (step: Step): Effect[] => tellOfficers((step.opinions ?? []).map(({ by }) => by), 'opinion-asked')

const officeNotices = (step: Step, { assignee }: Dossier): Effect[] => {
  if (assignee) return [{ kind: 'notify', to: 'person', person: assignee.id, notice: 'task' }]
  return tellOfficers(step.by ? [step.by] : [], 'task')
}

const noticesOf = (step: Step, dossier: Dossier): Effect[] => {
  const portal: Effect[] = step.portalStatus === undefined ? [] : [{ kind: 'tell-portal', status: step.portalStatus }]
  if (step.kind === 'end') return [...portal, { kind: 'notify', to: 'applicant', notice: 'ended' }]
  if (step.kind === 'applicant') return [...portal, { kind: 'notify', to: 'applicant', notice: 'supplement-asked' }]
  if (step.kind === 'payment') return [...portal, { kind: 'request-payment', amount: dossier.fee?.total ?? 0 }, { kind: 'notify', to: 'applicant', notice: 'payment-asked' }]
  return [...portal, ...officeNotices(step, dossier), ...opinionNotices(step)]
}

const ownTime = (step: Step, { now, calendar }: Facts): Pick<Dossier, 'stepDueAt'> => {
  if (step.kind === 'end') return {}
  const stepDueAt = step.within ? dueAt(now, step.within, calendar) : lastOpinionDueAt(step, now, calendar)
  return stepDueAt === undefined ? {} : { stepDueAt }
}

/** What is asked of the applicant stands only while it is asked; a way that nobody's decision opened asks for nothing in particular. */
const asked = ({ supplement, step: from }: Dossier, step: Step, workflow: Workflow, { now }: Facts): Pick<Dossier, 'supplement'> =>
  (step.kind === 'applicant' ? { supplement: supplement ?? { reason: '', fields: [], askedAt: now, returnTo: from ?? workflow.start } } : {})

const settle = (workflow: Workflow, dossier: Dossier, step: Step, facts: Facts): Moved => {
  // Timers and opinions belong to one visit of a step; an apology that leaves it where it stands loses no opinion.
  const { stepDueAt: _time, fired: _fired, assignee: _who, supplement: _asked, opinions, ...rest } = moveClock(workflow, dossier, step, facts)
  const end = step.kind === 'end' ? { state: 'ended' as const, endedAt: facts.now, ...(step.outcome && { outcome: step.outcome }) } : { state: 'open' as const }
  const settled: Dossier = {
    ...rest, ...(opinions && (step.kind !== 'opinions' || step.id === dossier.step) && { opinions }), ...keptAssignee(dossier, step), ...asked(dossier, step, workflow, facts), ...ownTime(step, facts), ...end,
    step: step.id, publicStatus: step.publicStatus, enteredAt: facts.now,
  }
  return { dossier: settled, effects: noticesOf(step, settled) }
}

/** Where a dossier goes on from a step that nobody acts in: automatic, a payment of nothing, opinions that nobody is asked for. */
const passesTo = (step: Step, dossier: Dossier): Passage | undefined => {
  if (step.kind === 'automatic') return passageOf(step, dossier)
  const to = step.kind === 'opinions' ? joinOf(step, {}) : step.kind === 'payment' && owesNothing(dossier.fee) ? step.otherwise : undefined
  return to === undefined ? undefined : { by: 'otherwise', to }
}

/** Undefined when the workflow names no such step or its automatic steps run in a circle: lint-workflow.ts refuses both. */
export const enterStep = (workflow: Workflow, dossier: Dossier, stepId: string, facts: Facts): Entered | undefined => {
  const passed: Passed[] = []
  let passing = dossier
  let next = stepId
  while (passed.length <= workflow.steps.length) {
    const step = findStep(workflow, next)
    if (!step) return undefined
    const onward = passesTo(step, passing)
    if (!onward) return { ...settle(workflow, passing, step, facts), passed }
    if (onward.risk) passing = { ...passing, risk: onward.risk }
    passed.push({ step: step.id, by: onward.by, to: onward.to })
    next = onward.to
  }
  return undefined
}
