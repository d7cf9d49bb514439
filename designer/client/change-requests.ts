// What a reviewer asks the server: the requests that wait, one of them in full, a decision, a publication.
import type { ChangeRequest, Procedure, ReviewDecision } from '#schemas/generated/types.ts'
import { request, type Reply } from '#runtime/client/http.ts'

export type ListedRequest = ChangeRequest & { procedureName: string }

export interface OpenRequest {
  changeRequest: ChangeRequest
  document: Procedure
  published?: Procedure
}

const at = (id: string): string => `/api/designer/change-requests/${encodeURIComponent(id)}`

export const listRequests = (): Promise<Reply<{ changeRequests: ListedRequest[] }>> => request('GET', '/api/designer/change-requests')

export const openRequest = (id: string): Promise<Reply<OpenRequest>> => request('GET', at(id))

/** The decision is bound to the content that was read. */
export const reviewRequest = (id: string, body: { verdict: ReviewDecision['verdict'], hash: string, comment: string }): Promise<Reply<ChangeRequest>> => request('POST', `${at(id)}/review`, { body })

export const publishRequest = (id: string): Promise<Reply<{ hash: string }>> => request('POST', `${at(id)}/publication`, { body: {} })
