// Design errors of a workflow, with pointers into it: steps that nobody reaches, does or leaves, and decisions that lead
// nowhere; opinions, routing and time have files of their own.
import type { Paper, Step, Workflow } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { titleWords } from '../issues/title-words.ts'
import { lintOpinions } from './lint-opinions.ts'
import { lintRouting } from './lint-routing.ts'
import { lintTime } from './lint-time.ts'
import { lintTitles } from './lint-titles.ts'
import { beginnings, reachable, targetsOf, waysOf } from './ways.ts'

const lintStep = (workflow: Workflow, papers: readonly Paper[]) => (step: Step, i: number): Issue[] => {
  const pointer = `/steps/${i}`
  const params = { title: titleWords(step, step.id) }
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
    ...titles.filter((title, t) => title.trim() !== '' && titles.indexOf(title) !== t).map((title) => ({ pointer, code: 'lint.actionRepeated', params: { step: params.title, title } })),
  ]
}

export const lintWorkflow = (workflow: Workflow, papers: readonly Paper[] = []): Issue[] => {
  const ids = workflow.steps.map((step) => step.id)
  const found = reachable(workflow, beginnings(workflow))
  return [
    ...[workflow.start, workflow.withdrawTo ?? workflow.start].filter((id) => !ids.includes(id)).map((id) => ({ pointer: '/start', code: 'lint.stepUnknown', params: { id } })),
    ...(workflow.steps.some((step) => step.kind === 'end') ? [] : [{ pointer: '/steps', code: 'lint.noEnd' }]),
    ...ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [{ pointer: `/steps/${i}`, code: 'lint.idRepeated', params: { id } }])),
    ...workflow.steps.flatMap(lintStep(workflow, papers)),
    ...workflow.steps.flatMap((step, i) => (found.has(step.id) ? [] : [{ pointer: `/steps/${i}`, code: 'lint.stepUnreachable', params: { title: titleWords(step, step.id) } }])),
    ...lintTitles(workflow), ...lintOpinions(workflow), ...lintRouting(workflow), ...lintTime(workflow),
  ]
}
