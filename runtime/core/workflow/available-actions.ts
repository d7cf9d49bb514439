// What a person may do with a dossier now: the buttons of the desk and the permission of the server in one answer.
import type { Action, Dossier, Workflow } from '#schemas/generated/types.ts'
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { findStep } from './enter-step.ts'

export const availableActions = (workflow: Workflow, dossier: Dossier, actor: { roles: readonly string[] }): Action[] => {
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step?.by || !actor.roles.includes(step.by.role)) return []
  return (step.actions ?? []).filter((action) => !action.when || evaluateCondition(action.when, dossier.answers))
}
