// The ways of a workflow on which something can be put, and how one is led elsewhere.
import { waysOf, type Way } from '#core/workflow-map/workflow-ways.ts'
import type { Step, Workflow } from '#schemas/generated/types.ts'

/**
 * Ways on which something can stand. Not an answer that returns to who asked, which has no place of its own, and not the way by which it
 * is asked for: the answer would return to what stands there.
 */
export const openWays = (workflow: Workflow): Way[] => {
  const ways = waysOf(workflow)
  const asked = new Set(ways.filter(({ kind }) => kind === 'answer').map(({ from }) => from))
  return ways.filter(({ kind, to }) => kind !== 'answer' && !asked.has(to))
}

/** On what the way says in the step itself: the draft of a command. */
export const leadWay = (step: Step, { kind, action, branch }: Way, to: string): void => {
  switch (kind) {
    case 'action': action!.to = to; break
    case 'branch': branch!.to = to; break
    case 'expiry': step.onExpiry!.to = to; break
    case 'otherwise': case 'against': step[kind] = to; break
    case 'answer': step.otherwise = to
  }
}

/** The way that a dossier takes out of a step when all goes well: forward, by the decision that stands out. */
export const onwardWay = (workflow: Workflow, step: string): Way | undefined => {
  const at = (id: string): number => workflow.steps.findIndex((each) => each.id === id)
  const ways = openWays(workflow).filter(({ from, kind }) => from === step && kind !== 'expiry')
  const forward = ways.filter(({ to }) => at(to) > at(step))
  return forward.find(({ action }) => action?.tone === 'primary') ?? forward.find(({ action, kind }) => kind !== 'against' && action?.tone !== 'danger') ?? ways[0]
}
