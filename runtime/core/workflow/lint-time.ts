// Design errors of time: steps that together take longer than the law gives, timers that have nothing to count from or never
// come.
import type { ClockRule, Condition, Duration, Step, StepTimer, Workflow } from '#schemas/generated/types.ts'
import { hoursOfDay } from '../deadline/due-date.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'
import { canonicalJson } from '../procedure/canonical-json.ts'
import { inWorkingHours, workingHours } from './step-time.ts'
import { targetsOf } from './ways.ts'

/** Whether a branch belongs to another case of the law's clock: a way of one case is not measured by the limit of another. */
const isOther = (workflow: Workflow, when: Condition, own: Condition | undefined): boolean => {
  const same = (condition: Condition): boolean => canonicalJson(condition) === canonicalJson(when)
  return own ? !same(own) : (workflow.clock?.cases ?? []).some((each) => same(each.when))
}

const waysWithin = (workflow: Workflow, step: Step, own: Condition | undefined): string[] => {
  if (step.kind !== 'automatic' || !workflow.clock?.cases) return targetsOf(step)
  const isNamed = (when: Condition | undefined, of: string | undefined): boolean => when === undefined || of !== undefined || !isOther(workflow, when, own)
  const named = (step.branches ?? []).filter(({ when, of }) => isNamed(when, of))
  const onward = step.otherwise === undefined ? [] : [step.otherwise]
  // The branch of a case leaves no other way to that case.
  const isClosed = own !== undefined && named.some(({ when, of }) => when !== undefined && of === undefined)
  return isClosed ? named.map(({ to }) => to) : [...named.map(({ to }) => to), ...onward]
}

/** Looks that a measurement may take: a workflow so entangled that it needs more is measured as far as that. */
const mostLooks = 10_000

/** Working hours of the longest way that never goes back; opinions run at the same time. */
const longestWay = (workflow: Workflow, own: Condition | undefined, starts: readonly string[]): number => {
  const steps = new Map(workflow.steps.map((step) => [step.id, step]))
  const passed = new Set<string>()
  let looks = 0
  const from = (id: string): number => {
    const step = steps.get(id)
    if (!step || passed.has(id) || step.clock === 'paused' || step.kind === 'end' || (looks += 1) > mostLooks) return 0
    passed.add(id)
    const hours = workingHours(step) + Math.max(0, ...new Set(waysWithin(workflow, step, own).map(from)))
    passed.delete(id)
    return hours
  }
  return Math.max(0, ...starts.map(from))
}

/** The steps at which the clock begins to run. */
const beginnings = ({ clock, start, steps }: Workflow): string[] => {
  const after = (chosen: (step: Step) => boolean): string[] => steps.filter(chosen).flatMap(targetsOf)
  if (clock?.startsOn === 'complete') return after(({ id }) => id === start)
  const paid = clock?.startsOn === 'paid' ? after(({ kind }) => kind === 'payment') : []
  return paid.length > 0 ? paid : [start]
}

const inUnit = (hours: number, { unit }: Duration): number => (unit === 'workingHour' ? hours : hours / hoursOfDay)

const lintLimits = (workflow: Workflow, clock: ClockRule): Issue[] => {
  const limits: { pointer: string; limit: Duration; when?: Condition }[] = [{ pointer: '/clock', limit: clock.limit }, ...(clock.cases ?? []).map((each, i) => ({ pointer: `/clock/cases/${i}`, ...each }))]
  return limits.flatMap(({ pointer, limit, when }) => {
    const sum = longestWay(workflow, when, beginnings(workflow))
    // So many working days take at least as many days of the calendar.
    const most = inWorkingHours(limit) ?? limit.amount * (limit.unit === 'month' ? 31 : 1) * hoursOfDay
    return sum > most ? [{ pointer, code: 'lint.timeExceeds', params: { sum: inUnit(sum, limit), limit: limit.unit === 'month' ? most / hoursOfDay : limit.amount }, level: 'warning' as const }] : []
  })
}

const hasOwnTime = ({ within, opinions }: Step): boolean => within !== undefined || (opinions ?? []).length > 0

const hasClock = ({ of }: StepTimer, step: Step, { clock }: Workflow): boolean =>
  (of === 'entered' || (of === 'stepDue' ? hasOwnTime(step) : clock !== undefined && (step.clock ?? 'running') === 'running'))

const lintTimer = (workflow: Workflow, step: Step, pointer: string) => (timer: StepTimer, i: number, timers: readonly StepTimer[]): Issue[] => {
  const at = `${pointer}/timers/${i}`
  const params = { title: titleWords(step, step.id), n: i + 1 }
  const isUseless = step.kind === 'automatic' || step.kind === 'end' || (timer.of === 'stepDue' && timer.after !== undefined && step.onExpiry !== undefined)
  return [
    ...(hasClock(timer, step, workflow) ? [] : [{ pointer: at, code: 'lint.timerWithoutClock', params }]),
    ...(timer.of === 'entered' && timer.before ? [{ pointer: at, code: 'lint.timerBeforeBeginning', params }] : []),
    ...(timer.do === 'escalate' && timer.role === undefined ? [{ pointer: at, code: 'lint.timerWithoutRole', params }] : []),
    ...(timer.role !== undefined && !workflow.roles.some(({ id }) => id === timer.role) ? [{ pointer: at, code: 'lint.roleUnknown', params: { id: timer.role } }] : []),
    ...(timers.findIndex(({ id }) => id === timer.id) < i ? [{ pointer: at, code: 'lint.idRepeated', params: { id: timer.id } }] : []),
    ...(isUseless ? [{ pointer: at, code: 'lint.timerNever', params, level: 'warning' as const }] : []),
  ]
}

export const lintTime = (workflow: Workflow): Issue[] => [
  ...(workflow.clock ? lintLimits(workflow, workflow.clock) : []),
  ...workflow.steps.flatMap((step, s) => [
    ...(step.timers ?? []).flatMap(lintTimer(workflow, step, `/steps/${s}`)),
    ...(step.onExpiry && !hasOwnTime(step) ? [{ pointer: `/steps/${s}/onExpiry`, code: 'lint.expiryWithoutTime', params: { title: titleWords(step, step.id) } }] : []),
  ]),
]
