// What authors and reviewers ask the server about changes: requests, what stands around them, decisions, plans, publication.
import type { ChangePart, ChangePlan, ChangeRequest, ChangeStanding, Procedure, ProcedureEvent, PublishChange, ReviewDecision } from '#schemas/generated/types.ts'
import { request, type Reply } from '#runtime/client/http.ts'

export type ListedRequest = ChangeRequest & { procedureName: string }

export interface OpenRequest {
  changeRequest: ChangeRequest
  document: Procedure
  published?: Procedure
  /** Which release of the procedure it has become, or would be next. */
  release: number
}

export const requestAt = (id: string): string => `/api/designer/change-requests/${encodeURIComponent(id)}`
const procedureAt = (id: string): string => `/api/designer/procedures/${encodeURIComponent(id)}`

export const listRequests = (): Promise<Reply<{ changeRequests: ListedRequest[] }>> => request('GET', '/api/designer/change-requests')

export const openRequest = (id: string): Promise<Reply<OpenRequest>> => request('GET', requestAt(id))

/** Who wrote it, who may approve which part, whom it meets. */
export const fetchStanding = (id: string): Promise<Reply<ChangeStanding>> => request('GET', `${requestAt(id)}/standing`)

export interface Decision {
  verdict: ReviewDecision['verdict']
  hash: string
  comment: string
  /** Absent: every part that is theirs. */
  parts?: ChangePart[]
}

/** The decision is bound to the content that was read. */
export const reviewRequest = (id: string, body: Decision): Promise<Reply<ChangeRequest>> => request('POST', `${requestAt(id)}/review`, { body })

export const planRequest = (id: string, body: ChangePlan): Promise<Reply<ChangeRequest>> => request('PUT', `${requestAt(id)}/plan`, { body })

/** The hash where it is in force now, the request where it waits for its day. */
export const publishRequest = (id: string, body: PublishChange = {}): Promise<Reply<{ hash?: string, changeRequest?: ChangeRequest }>> => request('POST', `${requestAt(id)}/publication`, { body })

export const unscheduleRequest = (id: string): Promise<Reply<ChangeRequest>> => request('DELETE', `${requestAt(id)}/schedule`)

export const closeRequest = (id: string): Promise<Reply<ChangeRequest>> => request('DELETE', requestAt(id))

/** Takes the revision that was seen back at once. */
export const withdrawRevision = (procedure: string, hash: string, reason: string): Promise<Reply<{ withdrawn: string }>> => request('POST', `${procedureAt(procedure)}/withdrawal`, { body: { hash, reason } })

export const fetchEvents = (procedure: string): Promise<Reply<{ events: ProcedureEvent[] }>> => request('GET', `${procedureAt(procedure)}/events`)
