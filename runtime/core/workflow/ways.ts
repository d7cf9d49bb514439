// The ways out of each step of a workflow as drawn, whatever a dossier holds: what lint and estimates walk along.
import type { Step, Workflow } from '#schemas/generated/types.ts'

export const targetsOf = (step: Step): string[] => [
  ...(step.actions ?? []).map((action) => action.to),
  ...(step.branches ?? []).map((branch) => branch.to),
  ...[step.otherwise, step.against].filter((id) => id !== undefined),
  ...(step.onExpiry ? [step.onExpiry.to] : []),
]

/** Steps from which the applicant's answer returns to where it was asked (transition.ts, supplement). */
const returns = (workflow: Workflow, step: Step): string[] =>
  (step.kind === 'applicant' && step.otherwise === undefined ? workflow.steps.filter((other) => targetsOf(other).includes(step.id)).map((other) => other.id) : [])

export const waysOf = (workflow: Workflow, step: Step): string[] => [...targetsOf(step), ...returns(workflow, step)]

const follow = (workflow: Workflow, from: readonly string[], waysFrom: (step: Step) => readonly string[], without?: string): Set<string> => {
  const seen = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = workflow.steps.find((each) => each.id === id)
    if (!step || seen.has(id) || id === without) continue
    seen.add(id)
    open.push(...waysFrom(step))
  }
  return seen
}

/** Where every dossier begins, and where those go that are withdrawn. */
export const beginnings = ({ start, withdrawTo }: Workflow): string[] => [start, ...(withdrawTo === undefined ? [] : [withdrawTo])]

/** Every step that can be come to; `without` one that is taken out. An answer returns only to a step that some dossier can have asked from. */
export const reachable = (workflow: Workflow, from: readonly string[], without?: string): Set<string> => {
  const lived = follow(workflow, beginnings(workflow), targetsOf, without)
  return follow(workflow, from, (step) => [...targetsOf(step), ...returns(workflow, step).filter((id) => lived.has(id))], without)
}
