// What a person may do with a dossier now: the buttons of the desk and the permission of the server in one answer.
import type { Action, Dossier, Workflow } from '#schemas/generated/types.ts'
import { mayActOn } from './assignment.ts'
import { findStep, type Actor } from './facts.ts'
import { holds } from './guard.ts'

export const availableActions = (workflow: Workflow, dossier: Dossier, actor: Actor): Action[] => {
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step || !mayActOn(step, dossier, actor)) return []
  return (step.actions ?? []).filter((action) => holds(action, dossier))
}
