// What lies before a dossier if all goes well: the step it is in and those that follow, up to its end. Returns, refusals
// and supplements are not foretold.
import type { Dossier, Step, Workflow } from '#schemas/generated/types.ts'
import { findStep } from './facts.ts'
import { holds, passageOf } from './guard.ts'

const goesBack = (workflow: Workflow, step: Step, passed: ReadonlySet<string>): boolean =>
  passed.has(step.id) || step.kind === 'applicant' || (step.kind === 'end' && step.outcome !== 'granted') || step.id === workflow.withdrawTo

const onward = (workflow: Workflow, step: Step, dossier: Dossier, passed: ReadonlySet<string>): string | undefined => {
  if (step.kind === 'automatic') return passageOf(step, dossier)?.to
  if (step.kind === 'applicant') return step.otherwise ?? dossier.supplement?.returnTo
  if (step.kind === 'payment' || step.kind === 'opinions') return step.otherwise
  const open = (step.actions ?? []).filter((action) => holds(action, dossier))
  return open.find(({ to }) => { const next = findStep(workflow, to); return next && !goesBack(workflow, next, passed) })?.to
}

const isSeen = (step: Step, { fee }: Dossier): boolean => step.kind !== 'automatic' && !(step.kind === 'payment' && ((fee?.total ?? 0) === 0 || fee?.paidAt !== undefined))

/** Empty when the dossier has ended or stands nowhere. */
export const wayAhead = (workflow: Workflow, dossier: Dossier): Step[] => {
  const way: Step[] = []
  const passed = new Set<string>()
  let step = dossier.state === 'open' ? findStep(workflow, dossier.step) : undefined
  while (step && !passed.has(step.id)) {
    if (step.id === dossier.step || isSeen(step, dossier)) way.push(step)
    passed.add(step.id)
    step = findStep(workflow, onward(workflow, step, dossier, passed))
  }
  return way
}
