// Who has a dossier: an officer takes it, gives it to a colleague, gives it back; a head gives it to somebody
// (NĐ 61/2018 Đ.19: the head assigns the officer).
import type { Assignee, Assignment, Dossier, Step } from '#schemas/generated/types.ts'
import { isAskedOf, isHeadOf } from '../organisation/places.ts'
import type { Actor, Facts } from './facts.ts'

const isWith = ({ assignee }: Dossier, { id, standsInFor }: Actor): boolean => assignee !== undefined && (assignee.id === id || (standsInFor ?? []).includes(assignee.id))

/** Once somebody has it, only that person or their substitute acts. */
export const mayActOn = (step: Step, dossier: Dossier, actor: Actor): boolean => isAskedOf(step.by, actor) && (dossier.assignee === undefined || isWith(dossier, actor))

/** A free dossier is taken by anybody who is asked; one that somebody has moves on by that person, a substitute or a head. */
const mayMove = (by: Assignment, dossier: Dossier, to: Pick<Assignee, 'id'> | undefined, actor: Actor): boolean =>
  isWith(dossier, actor) || isHeadOf(by, actor) || (dossier.assignee === undefined && to?.id === actor.id)

/** The code of the reason why not; undefined when it may be given so. `to` absent: it is given back. */
export const refusalToAssign = ({ by }: Step, dossier: Dossier, to: Pick<Assignee, 'id'> | undefined, { actor, recipient }: Pick<Facts, 'recipient'> & { actor: Actor }): string | undefined => {
  if (!by) return 'assign.nobodyActs'
  if (to?.id === dossier.assignee?.id) return 'assign.already'
  if (!mayMove(by, dossier, to, actor)) return 'assign.notYours'
  if (to === undefined) return undefined
  const officer = to.id === actor.id ? actor : recipient
  return !officer?.roles.includes(by.role) ? 'assign.roleMissing' : isAskedOf(by, officer) ? undefined : 'assign.elsewhere'
}

/** What a person may do with it: take it, give it to somebody who is asked too, give it back. */
export const waysToAssign = (step: Step, dossier: Dossier, actor: Actor): ('take' | 'give' | 'give-back')[] => {
  if (!step.by || dossier.state !== 'open') return []
  const { places } = actor
  const somebody = { roles: [step.by.role], ...(places && { places: { ...places, own: places.staffed } }) }
  const may = (to?: string): boolean => refusalToAssign(step, dossier, to === undefined ? undefined : { id: to }, { actor, recipient: somebody }) === undefined
  return [...(may(actor.id ?? '') ? ['take' as const] : []), ...(may('') ? ['give' as const] : []), ...(dossier.assignee && may() ? ['give-back' as const] : [])]
}
