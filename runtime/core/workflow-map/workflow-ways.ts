// The ways of a workflow: every line along which a dossier may go from one step to another, by whose doing, in the order of
// the document. The map, the exports and the estimate read the same ways.
import type { Action, Branch, Step, Workflow } from '#schemas/generated/types.ts'

export interface Way {
  /** Unique in the workflow, and the same as long as nothing before it in its step changes. */
  id: string
  from: string
  to: string
  /** otherwise: what follows when nothing else decides; answer: back to where the applicant was asked; against: k of n is out of reach. */
  kind: 'action' | 'branch' | 'otherwise' | 'answer' | 'against' | 'expiry'
  action?: Action
  branch?: Branch
}

/** An applicant who was asked answers to the step that asked (transition.ts, supplement). */
const answersOf = (workflow: Workflow, step: Step): Way[] =>
  step.kind !== 'applicant' || step.otherwise !== undefined ? [] : workflow.steps
    .filter((other) => other.id !== step.id && other.actions?.some(({ to }) => to === step.id))
    .map((other) => ({ id: `${step.id}/answer/${other.id}`, from: step.id, to: other.id, kind: 'answer' }))

const waysFrom = (workflow: Workflow) => (step: Step): Way[] => [
  ...(step.actions ?? []).map((action): Way => ({ id: `${step.id}/action/${action.id}`, from: step.id, to: action.to, kind: 'action', action })),
  ...(step.branches ?? []).map((branch, i): Way => ({ id: `${step.id}/branch/${i}`, from: step.id, to: branch.to, kind: 'branch', branch })),
  ...(step.otherwise === undefined ? [] : [{ id: `${step.id}/otherwise`, from: step.id, to: step.otherwise, kind: 'otherwise' } as const]),
  ...answersOf(workflow, step),
  ...(step.against === undefined ? [] : [{ id: `${step.id}/against`, from: step.id, to: step.against, kind: 'against' } as const]),
  ...(step.onExpiry ? [{ id: `${step.id}/expiry`, from: step.id, to: step.onExpiry.to, kind: 'expiry' } as const] : []),
]

/** Ways that lead to a step that is there; what leads nowhere is for lint-workflow.ts to say. */
export const waysOf = (workflow: Workflow): Way[] => {
  const known = new Set(workflow.steps.map(({ id }) => id))
  const once = workflow.steps.filter(({ id }, i) => workflow.steps.findIndex((each) => each.id === id) === i)
  const taken = new Set<string>()
  return once.flatMap(waysFrom(workflow)).filter(({ id, to }) => {
    const isNew = known.has(to) && !taken.has(id)
    taken.add(id)
    return isNew
  })
}

/** Steps that a dossier can come to. */
export const reachedSteps = (workflow: Workflow, ways: readonly Way[]): Set<string> => {
  const open = [workflow.start, ...(workflow.withdrawTo === undefined ? [] : [workflow.withdrawTo])].filter((id) => workflow.steps.some((step) => step.id === id))
  const reached = new Set(open)
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const { from, to } of ways) {
      if (from !== next || reached.has(to)) continue
      reached.add(to)
      open.push(to)
    }
  }
  return reached
}
