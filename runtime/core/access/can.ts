// Who may do what: the one table of permissions, read by the server for every route and by the screens for their
// buttons. Whatever is not listed is denied.
import type { Assignment } from '#schemas/generated/types.ts'
import { isAskedOf, type Places } from '../organisation/places.ts'
import { isGuest } from './guest.ts'

export interface Actor {
  id: string
  roles: readonly string[]
  /** In which units; absent where units are not told apart. */
  places?: Places
}

export type Permission =
  | 'dossier.start' | 'dossier.startForOther' | 'profile.keep' | 'dossier.read' | 'dossier.edit' | 'dossier.submit' | 'dossier.withdraw' | 'dossier.rate'
  | 'message.writeAsApplicant' | 'message.writeAsOffice'
  | 'task.list' | 'task.read' | 'task.act' | 'task.recordPayment' | 'task.findPerson'
  | 'statistics.read'
  | 'codeList.manage'
  | 'organisation.manage'
  | 'account.suspend'
  | 'procedure.design' | 'procedure.review' | 'procedure.readDrafts'

/** What the thing is to the actor: the owner of a dossier, whom a step waits for, the author of a draft. */
export interface Relation {
  ownerId?: string
  /** The officer who enters a paper dossier for its applicant. */
  enteredBy?: string
  /** A paper dossier of somebody without an account, which waits for what they bring to the counter. */
  atCounter?: boolean
  authorId?: string
  by?: Assignment
  state?: string
  /** Of a procedure: whom it may be filed by (Info.identification). */
  identification?: 'none' | 'account'
}

/** Roles of officers; citizens and those who design procedures are none. */
export const officerRoles = ['one-stop', 'specialist', 'unit-head', 'head', 'clerk'] as const

const isOfficer = (actor: Actor): boolean => actor.roles.some((role) => (officerRoles as readonly string[]).includes(role))
const owns = (actor: Actor, { ownerId }: Relation): boolean => ownerId !== undefined && ownerId === actor.id

/**
 * While a paper dossier is being entered it is in the hands of the officer who enters it, and of nobody else. What its applicant
 * brings later to the counter any officer of the one-stop desk enters.
 */
const keeps = (actor: Actor, relation: Relation): boolean => {
  if (relation.state === 'draft' && relation.enteredBy !== undefined) return relation.enteredBy === actor.id && actor.roles.includes('one-stop')
  return owns(actor, relation) || (relation.atCounter === true && actor.roles.includes('one-stop'))
}

const table: Record<Permission, (actor: Actor, relation: Relation) => boolean> = {
  'dossier.start': (actor, { identification }) => actor.roles.includes('applicant') && !(identification === 'account' && isGuest(actor)),
  // Paper comes in over the counter or by post, and only the one-stop desk enters it (NĐ 61/2018 Đ.17).
  'dossier.startForOther': (actor) => actor.roles.includes('one-stop'),
  'profile.keep': (actor) => actor.roles.includes('applicant') && !isGuest(actor),
  'dossier.read': (actor, relation) => keeps(actor, relation) || (isOfficer(actor) && relation.state !== 'draft'),
  'dossier.edit': keeps,
  'dossier.submit': keeps,
  'dossier.withdraw': owns,
  'dossier.rate': (actor, relation) => relation.state !== 'draft' && owns(actor, relation),
  'message.writeAsApplicant': (actor, relation) => relation.state !== 'draft' && owns(actor, relation),
  'message.writeAsOffice': (actor, relation) => relation.state !== 'draft' && isOfficer(actor),
  'task.list': isOfficer,
  'task.read': (actor, relation) => isOfficer(actor) && relation.state !== 'draft',
  'task.act': (actor, { by }) => isAskedOf(by, actor),
  'task.recordPayment': (actor) => actor.roles.includes('one-stop'),
  // By personal number: whoever meets people at the counter, and who supervises; the others have their dossiers by code and name.
  'task.findPerson': (actor) => ['one-stop', 'unit-head', 'head'].some((role) => actor.roles.includes(role)),
  // Who answers for an office, and who looks after its procedures: officers are named there.
  'statistics.read': (actor) => ['unit-head', 'head', 'administrator'].some((role) => actor.roles.includes(role)),
  'codeList.manage': (actor) => actor.roles.includes('administrator'),
  'organisation.manage': (actor) => actor.roles.includes('administrator'),
  // Never one's own: an office without an administrator could not be helped.
  'account.suspend': (actor, relation) => actor.roles.includes('administrator') && !owns(actor, relation),
  'procedure.design': (actor) => actor.roles.includes('administrator'),
  'procedure.readDrafts': (actor) => actor.roles.includes('administrator') || actor.roles.includes('reviewer'),
  // Never by the author: approval is by a second person (contract.md "Revision life").
  'procedure.review': (actor, { authorId }) => actor.roles.includes('reviewer') && authorId !== actor.id,
}

export const can = (actor: Actor | null, permission: Permission, relation: Relation = {}): boolean => actor !== null && table[permission](actor, relation)
