// Design errors of a workflow, with pointers into it: steps that nobody reaches, does or leaves, and decisions that lead
// nowhere.
import type { Condition, Duration, Paper, Step, Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { canonicalJson } from '../procedure/canonical-json.ts'

const targetsOf = (step: Step): string[] => [
  ...(step.actions ?? []).map((action) => action.to),
  ...(step.branches ?? []).map((branch) => branch.to),
  ...[step.otherwise, step.against].filter((id) => id !== undefined),
  ...(step.onExpiry ? [step.onExpiry.to] : []),
]

/** Steps from which the applicant's answer returns to where it was asked (transition.ts, supplement). */
const returns = (workflow: Workflow, step: Step): string[] =>
  step.kind === 'applicant' && step.otherwise === undefined ? workflow.steps.filter((other) => (other.actions ?? []).some((action) => action.to === step.id)).map((other) => other.id) : []

const waysOf = (workflow: Workflow, step: Step): string[] => [...targetsOf(step), ...returns(workflow, step)]

const reachable = (workflow: Workflow, from: readonly string[]): Set<string> => {
  const seen = new Set<string>()
  const visit = (id: string): void => {
    const step = workflow.steps.find((each) => each.id === id)
    if (!step || seen.has(id)) return
    seen.add(id)
    waysOf(workflow, step).forEach(visit)
  }
  from.forEach(visit)
  return seen
}

const lintStep = (workflow: Workflow, papers: readonly Paper[]) => (step: Step, i: number): Issue[] => {
  const pointer = `/steps/${i}`
  const params = { title: step.title || step.id }
  const steps = new Set(workflow.steps.map((each) => each.id))
  const roles = new Set(workflow.roles.map((role) => role.id))
  const issued = [...(step.actions ?? []).flatMap((action) => action.issues ?? []), ...(step.onExpiry?.issues ?? [])]
  const titles = (step.actions ?? []).map((action) => action.title)
  const isEnd = step.kind === 'end'
  return [
    ...targetsOf(step).filter((id) => !steps.has(id)).map((id) => ({ pointer, code: 'lint.stepUnknown', params: { id } })),
    ...(!isEnd && waysOf(workflow, step).length === 0 ? [{ pointer, code: 'lint.stepWithoutWay', params }] : []),
    ...(!isEnd && ![...reachable(workflow, [step.id])].some((id) => workflow.steps.find((each) => each.id === id)?.kind === 'end') ? [{ pointer, code: 'lint.stepNeverEnds', params }] : []),
    ...(step.kind === 'task' && !step.by ? [{ pointer, code: 'lint.stepWithoutRole', params }] : []),
    ...(step.by && !roles.has(step.by.role) ? [{ pointer, code: 'lint.roleUnknown', params: { id: step.by.role } }] : []),
    ...(step.kind === 'automatic' && step.otherwise === undefined ? [{ pointer, code: 'lint.otherwiseMissing', params }] : []),
    ...(isEnd && !step.outcome ? [{ pointer, code: 'lint.outcomeMissing', params }] : []),
    ...issued.filter((id) => !papers.some((paper) => paper.id === id)).map((id) => ({ pointer, code: 'lint.paperUnknown', params: { id } })),
    ...titles.filter((title, t) => titles.indexOf(title) !== t).map((title) => ({ pointer, code: 'lint.actionRepeated', params: { step: params.title, title } })),
  ]
}

/** Whether a branch belongs to another case of the law's clock: a way of one case is not measured by the limit of another. */
const isOther = (workflow: Workflow, when: Condition, own: Condition | undefined): boolean => {
  const same = (condition: Condition): boolean => canonicalJson(condition) === canonicalJson(when)
  return own ? !same(own) : (workflow.clock?.cases ?? []).some((each) => same(each.when))
}

const waysWithin = (workflow: Workflow, step: Step, own: Condition | undefined): string[] => {
  if (step.kind !== 'automatic' || !workflow.clock?.cases) return targetsOf(step)
  const named = (step.branches ?? []).filter((branch) => !branch.when || branch.of !== undefined || !isOther(workflow, branch.when, own)).map((branch) => branch.to)
  return own && named.length > 0 ? named : [...named, ...(step.otherwise === undefined ? [] : [step.otherwise])]
}

/** Working days of the longest way that never goes back; the law's limit must hold it (designer.md §2, lint). */
const longestWay = (workflow: Workflow, own: Condition | undefined, from: string, passed: ReadonlySet<string> = new Set()): number => {
  const step = workflow.steps.find((each) => each.id === from)
  if (!step || passed.has(from) || step.clock === 'paused' || step.kind === 'end') return 0
  const days = step.within?.unit === 'workingDay' ? step.within.amount : step.within?.unit === 'workingHour' ? step.within.amount / 8 : 0
  return days + Math.max(0, ...waysWithin(workflow, step, own).map((to) => longestWay(workflow, own, to, new Set([...passed, from]))))
}

const lintTime = (workflow: Workflow): Issue[] => {
  const limits: { pointer: string; limit: Duration; when?: Condition }[] = workflow.clock ? [{ pointer: '/clock', limit: workflow.clock.limit }, ...(workflow.clock.cases ?? []).map((each, i) => ({ pointer: `/clock/cases/${i}`, ...each }))] : []
  return limits.flatMap(({ pointer, limit, when }) => {
    const sum = longestWay(workflow, when, workflow.start)
    return limit.unit === 'workingDay' && sum > limit.amount ? [{ pointer, code: 'lint.timeExceeds', params: { sum, limit: limit.amount }, level: 'warning' as const }] : []
  })
}

export const lintWorkflow = (workflow: Workflow, papers: readonly Paper[] = []): Issue[] => {
  const ids = workflow.steps.map((step) => step.id)
  const found = reachable(workflow, [workflow.start, ...(workflow.withdrawTo === undefined ? [] : [workflow.withdrawTo])])
  return [
    ...[workflow.start, workflow.withdrawTo ?? workflow.start].filter((id) => !ids.includes(id)).map((id) => ({ pointer: '/start', code: 'lint.stepUnknown', params: { id } })),
    ...(workflow.steps.some((step) => step.kind === 'end') ? [] : [{ pointer: '/steps', code: 'lint.noEnd' }]),
    ...ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [{ pointer: `/steps/${i}`, code: 'lint.idRepeated', params: { id } }])),
    ...workflow.steps.flatMap(lintStep(workflow, papers)),
    ...workflow.steps.flatMap((step, i) => (found.has(step.id) ? [] : [{ pointer: `/steps/${i}`, code: 'lint.stepUnreachable', params: { title: step.title } }])),
    ...lintTime(workflow),
  ]
}
