// The history of a procedure as designers and reviewers read it: its releases, everything that happened, and whether the record is whole.
import type { ChangeClass } from '#core/change/change-class.ts'
import type { Disposition, Procedure, ProcedureEvent } from '#schemas/generated/types.ts'
import { request, type Reply } from '#runtime/client/http.ts'

export interface Release {
  revision: string
  at: string
  by: string
  requestId?: string
  comment?: string
  legalBasis?: string
  class?: ChangeClass
  disposition?: Disposition
  approvals?: { part: string, by: string, at: string }[]
  withdrawn?: { at: string, by: string, reason: string }
}

export interface ProcedureHistory {
  /** First things first; a revision may come into force again. */
  releases: Release[]
  events: ProcedureEvent[]
  /** Numbers of events that are not what was written. */
  broken: number[]
}

export const fetchHistory = (procedure: string): Promise<Reply<ProcedureHistory>> => request('GET', `/api/designer/procedures/${encodeURIComponent(procedure)}/history`)

/** Where a revision is for everybody, for ever. */
export const revisionUrl = (procedure: string, revision: string): string => `/api/procedures/${encodeURIComponent(procedure)}/revisions/${revision}`

export const fetchRevision = (procedure: string, revision: string): Promise<Reply<{ document: Procedure }>> => request('GET', revisionUrl(procedure, revision))
