// Design errors of routing that need no look at the forms: thresholds out of order, scores that nothing reads, branches that
// say nothing, automatic steps that run in a circle, and records that are read before anybody wrote them.
import type { Step, Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'
import { reachable } from './ways.ts'

const lintThresholds = (step: Step, pointer: string, isScored: boolean): Issue[] => {
  const points = (step.score ?? []).map((row) => row.points)
  const [least, most] = [points.filter((n) => n < 0), points.filter((n) => n > 0)].map((list) => list.reduce((sum, n) => sum + n, 0)) as [number, number]
  const branches = step.branches ?? []
  return branches.flatMap(({ atLeast, when }, b) => {
    const [at, params] = [`${pointer}/branches/${b}`, { title: titleWords(step, step.id), n: b + 1 }]
    if (atLeast === undefined) return when === undefined ? [{ pointer: at, code: 'lint.branchWithoutCondition', params }] : []
    if (!isScored) return [{ pointer: at, code: 'lint.scoreMissing', params }]
    const before = branches.slice(0, b).flatMap((branch) => branch.atLeast ?? [])
    if (before.some((threshold) => threshold <= atLeast) || (step.score && atLeast > most)) return [{ pointer: at, code: 'lint.thresholdNever', params }]
    return step.score && atLeast <= least ? [{ pointer: at, code: 'lint.thresholdAlways', params, level: 'warning' as const }] : []
  })
}

const lintScores = ({ steps }: Workflow): Issue[] => {
  const isScored = steps.some(({ score }) => score !== undefined)
  const isRead = steps.some(({ branches = [] }) => branches.some(({ atLeast }) => atLeast !== undefined))
  return steps.flatMap((step, s) => [
    ...lintThresholds(step, `/steps/${s}`, isScored),
    ...(step.score && (!isRead || step.kind !== 'automatic') ? [{ pointer: `/steps/${s}`, code: 'lint.scoreUnused', params: { title: titleWords(step, step.id) }, level: 'warning' as const }] : []),
    ...(step.score ?? []).flatMap(({ id }, i, rows) => (rows.findIndex((row) => row.id === id) < i ? [{ pointer: `/steps/${s}/score/${i}`, code: 'lint.idRepeated', params: { id } }] : [])),
  ])
}

/** Where a dossier may pass without standing: an automatic step, and a payment of nothing. */
const passes = ({ kind, branches = [], otherwise }: Step): string[] =>
  (kind !== 'automatic' && kind !== 'payment' ? [] : [...branches.map(({ to }) => to), ...(otherwise === undefined ? [] : [otherwise])])

/** A circle that nobody acts in: a dossier would run in it for ever. */
const lintCircles = ({ steps }: Workflow): Issue[] => {
  const leadsBack = (from: Step): boolean => {
    const seen = new Set<string>()
    const open = [...passes(from)]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === from.id) return true
      const step = steps.find((each) => each.id === id)
      if (!step || seen.has(id)) continue
      seen.add(id)
      open.push(...passes(step))
    }
    return false
  }
  return steps.flatMap((step, s) => (leadsBack(step) ? [{ pointer: `/steps/${s}`, code: 'lint.automaticCircle', params: { title: titleWords(step, step.id) } }] : []))
}

/** A record that is read here: written in a step that has a form and that every way passes before. */
export const lintRecordRead = (workflow: Workflow, of: string, at: string | undefined, pointer: string): Issue[] => {
  const source = workflow.steps.find(({ id }) => id === of)
  const params = { id: of, title: titleWords(source, of) }
  if (!source) return [{ pointer, code: 'lint.stepUnknown', params }]
  if (!source.form) return [{ pointer, code: 'lint.recordNowhere', params }]
  if (at === undefined) return []
  if (at === of || !reachable(workflow, [of]).has(at)) return [{ pointer, code: 'lint.recordNotBefore', params }]
  return reachable(workflow, [workflow.start], of).has(at) ? [{ pointer, code: 'lint.recordMayBeMissing', params, level: 'warning' }] : []
}

const lintRecords = (workflow: Workflow): Issue[] => workflow.steps.flatMap((step, s) =>
  (['actions', 'branches', 'score'] as const).flatMap((part) => (step[part] ?? []).flatMap(({ of }, i) => (of === undefined ? [] : lintRecordRead(workflow, of, step.id, `/steps/${s}/${part}/${i}/of`)))))

export const lintRouting = (workflow: Workflow): Issue[] => [...lintScores(workflow), ...lintCircles(workflow), ...lintRecords(workflow)]
