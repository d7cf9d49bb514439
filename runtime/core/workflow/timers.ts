// What happens to a dossier by itself, and when: reminders, escalations, the end of the time for an opinion, the end of a
// step's time. Each comes once a visit of the step; the server asks for the next one and carries it out as a transition.
import type { Assignment, Dossier, Step, StepTimer, Workflow } from '#schemas/generated/types.ts'
import { dueAt, timeBefore } from '../deadline/due-date.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { tellOfficers, type Effect } from './effects.ts'
import { findStep } from './facts.ts'
import { openOpinions, opinionDueAt } from './opinions.ts'

export type TimedChange = { type: 'timer'; timer: string } | { type: 'expire' }

export interface Timed {
  at: string
  change: TimedChange
}

const opinionPrefix = 'opinion:'
export const opinionTimer = (id: string): string => opinionPrefix + id
export const opinionOfTimer = (timer: string): string | undefined => (timer.startsWith(opinionPrefix) ? timer.slice(opinionPrefix.length) : undefined)

/** What a timer counts from; absent while there is none, as when the legal clock stands still. */
const clockOf = ({ of }: StepTimer, dossier: Dossier): string | undefined => {
  switch (of) {
    case 'entered': return dossier.enteredAt
    case 'stepDue': return dossier.stepDueAt
    case 'due': return dossier.pausedAt === undefined ? dossier.dueAt : undefined
  }
}

const timerAt = (timer: StepTimer, dossier: Dossier, calendar: WorkingCalendar): string | undefined => {
  const from = clockOf(timer, dossier)
  if (from === undefined) return undefined
  const at = timer.before ? timeBefore(from, timer.before, calendar) : timer.after ? dueAt(from, timer.after, calendar) : from
  // A step that is shorter than the warning is warned of at once.
  return dossier.enteredAt !== undefined && Date.parse(at) < Date.parse(dossier.enteredAt) ? dossier.enteredAt : at
}

const timedAt = (step: Step, dossier: Dossier, calendar: WorkingCalendar): Timed[] => {
  const isOpen = (timer: string): boolean => !dossier.fired?.includes(timer)
  return [
    ...(step.timers ?? []).filter(({ id }) => isOpen(id)).flatMap((timer): Timed[] => {
      const at = timerAt(timer, dossier, calendar)
      return at === undefined ? [] : [{ at, change: { type: 'timer', timer: timer.id } }]
    }),
    ...(step.kind !== 'opinions' || dossier.enteredAt === undefined ? [] : openOpinions(step, dossier.opinions).filter(({ id }) => isOpen(opinionTimer(id)))
      .map((request): Timed => ({ at: opinionDueAt(request, dossier.enteredAt!, calendar), change: { type: 'timer', timer: opinionTimer(request.id) } }))),
    ...(step.onExpiry && dossier.stepDueAt !== undefined ? [{ at: dossier.stepDueAt, change: { type: 'expire' } } as const] : []),
  ]
}

/** The earliest thing that comes by itself; of several at the same time a reminder comes before what ends the step. */
export const nextTimer = (workflow: Workflow, dossier: Dossier, calendar: WorkingCalendar): Timed | undefined => {
  const step = dossier.state === 'open' ? findStep(workflow, dossier.step) : undefined
  return step && timedAt(step, dossier, calendar).reduce<Timed | undefined>((first, each) => (first && Date.parse(first.at) <= Date.parse(each.at) ? first : each), undefined)
}

/** Whether what would come by itself has come at this instant. */
export const isTimeFor = (step: Step, dossier: Dossier, change: TimedChange, { now, calendar }: { now: string; calendar: WorkingCalendar }): boolean =>
  timedAt(step, dossier, calendar).some((timed) =>
    timed.change.type === change.type && (change.type === 'expire' || (timed.change.type === 'timer' && timed.change.timer === change.timer)) && Date.parse(timed.at) <= Date.parse(now))

/** A role that a timer tells is that role in the unit whose step it is. */
const toldFor = ({ by }: Step, role: string): Assignment => ({ role, ...(by?.code !== undefined && { code: by.code }) })

/** Who is told when a timer comes: whoever has the dossier, else the role; a reminder of a supplement goes to the applicant. */
export const noticesOfTimer = ({ do: deed, role }: StepTimer, step: Step, { assignee, opinions }: Dossier): Effect[] => {
  if (role !== undefined) return tellOfficers([toldFor(step, role)], deed === 'escalate' ? 'escalated' : 'reminder')
  if (deed === 'escalate') return []
  if (step.kind === 'applicant' || step.kind === 'payment') return [{ kind: 'notify', to: 'applicant', notice: 'reminder' }]
  if (assignee) return [{ kind: 'notify', to: 'person', person: assignee.id, notice: 'reminder' }]
  return tellOfficers(step.by ? [step.by] : openOpinions(step, opinions).map(({ by }) => by), 'reminder')
}

/** To whom a dossier was escalated at the present visit of its step: it stands in their queue too. */
export const escalatedTo = (step: Step, { fired = [] }: Pick<Dossier, 'fired'>): Assignment[] =>
  [...new Set((step.timers ?? []).filter(({ id, do: deed }) => deed === 'escalate' && fired.includes(id)).flatMap(({ role }) => role ?? []))].map((role) => toldFor(step, role))
