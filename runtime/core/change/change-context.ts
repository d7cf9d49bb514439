// What a change request is decided by besides itself: who asks, who wrote the draft, what is in force, whom the change meets.
import type { Approvers, Officer } from '#schemas/generated/types.ts'
import type { ChangeClass } from './change-class.ts'

export type ChangeActor = Pick<Officer, 'id' | 'name' | 'roles' | 'memberships' | 'suspended'>

export interface ChangeContext {
  now: string
  actor: ChangeActor
  /** Ids of all who saved the draft since its base, and of who sent it. */
  authors: readonly string[]
  approvers: Approvers
  /** Of the draft as it is saved now. */
  draftHash: string
  /** The revision that is in force. */
  published?: string | undefined
  class: ChangeClass
  /** Texts whose author must say whether it is still the same question. */
  meaningsAsked: readonly string[]
  /** Drafts and open dossiers of the procedure. */
  people: { drafts: number; open: number }
}

