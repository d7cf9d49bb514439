// Who has a dossier: an officer takes it, gives it to a colleague, gives it back; a head gives it to somebody
// (NĐ 61/2018 Đ.19: the head assigns the officer).
import type { Assignee, Dossier, Step } from '#schemas/generated/types.ts'
import type { Actor, Facts } from './facts.ts'

const supervising = ['unit-head', 'head']

const isWith = ({ assignee }: Dossier, { id, standsInFor }: Actor): boolean => assignee !== undefined && (assignee.id === id || (standsInFor ?? []).includes(assignee.id))

/** Once somebody has it, only that person or their substitute acts. */
export const mayActOn = (step: Step, dossier: Dossier, actor: Actor): boolean =>
  step.by !== undefined && actor.roles.includes(step.by.role) && (dossier.assignee === undefined || isWith(dossier, actor))

/** A free dossier is taken by anybody with the role; one that somebody has moves on by that person, a substitute or a head. */
const mayMove = (dossier: Dossier, to: Pick<Assignee, 'id'> | undefined, actor: Actor): boolean =>
  isWith(dossier, actor) || supervising.some((role) => actor.roles.includes(role)) || (dossier.assignee === undefined && to?.id === actor.id)

/** The code of the reason why not; undefined when it may be given so. `to` absent: it is given back. */
export const refusalToAssign = (step: Step, dossier: Dossier, to: Pick<Assignee, 'id'> | undefined, { actor, recipient }: Facts): string | undefined => {
  if (!step.by) return 'assign.nobodyActs'
  if (to?.id === dossier.assignee?.id) return 'assign.already'
  if (!mayMove(dossier, to, actor)) return 'assign.notYours'
  const roles = to?.id === actor.id ? actor.roles : recipient?.roles ?? []
  return to === undefined || roles.includes(step.by.role) ? undefined : 'assign.roleMissing'
}
