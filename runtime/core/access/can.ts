// Who may do what: the one table of permissions, read by the server for every route and by the screens for their
// buttons. Whatever is not listed is denied.
import { isGuest } from './guest.ts'

export interface Actor {
  id: string
  roles: readonly string[]
}

export type Permission =
  | 'dossier.start' | 'dossier.read' | 'dossier.edit' | 'dossier.submit' | 'dossier.withdraw'
  | 'task.list' | 'task.read' | 'task.act' | 'task.recordPayment'
  | 'codeList.manage'
  | 'procedure.design' | 'procedure.review' | 'procedure.readDrafts'

/** What the thing is to the actor: the owner of a dossier, the role that a step waits for, the author of a draft. */
export interface Relation {
  ownerId?: string
  authorId?: string
  role?: string
  state?: string
  /** Of a procedure: whom it may be filed by (Info.identification). */
  identification?: 'none' | 'account'
}

/** Roles of officers; citizens and those who design procedures are none. */
export const officerRoles = ['one-stop', 'specialist', 'unit-head', 'head', 'clerk'] as const

const isOfficer = (actor: Actor): boolean => actor.roles.some((role) => (officerRoles as readonly string[]).includes(role))
const owns = (actor: Actor, { ownerId }: Relation): boolean => ownerId !== undefined && ownerId === actor.id

const table: Record<Permission, (actor: Actor, relation: Relation) => boolean> = {
  'dossier.start': (actor, { identification }) => actor.roles.includes('applicant') && !(identification === 'account' && isGuest(actor)),
  'dossier.read': (actor, relation) => owns(actor, relation) || (isOfficer(actor) && relation.state !== 'draft'),
  'dossier.edit': owns,
  'dossier.submit': owns,
  'dossier.withdraw': owns,
  'task.list': isOfficer,
  'task.read': (actor, relation) => isOfficer(actor) && relation.state !== 'draft',
  'task.act': (actor, { role }) => role !== undefined && actor.roles.includes(role),
  'task.recordPayment': (actor) => actor.roles.includes('one-stop'),
  'codeList.manage': (actor) => actor.roles.includes('administrator'),
  'procedure.design': (actor) => actor.roles.includes('administrator'),
  'procedure.readDrafts': (actor) => actor.roles.includes('administrator') || actor.roles.includes('reviewer'),
  // Never by the author: approval is by a second person (contract.md "Revision life").
  'procedure.review': (actor, { authorId }) => actor.roles.includes('reviewer') && authorId !== actor.id,
}

export const can = (actor: Actor | null, permission: Permission, relation: Relation = {}): boolean => actor !== null && table[permission](actor, relation)
