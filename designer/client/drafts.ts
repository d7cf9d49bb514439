// What the designer asks the server about procedures and their drafts.
import type { ChangeRequest, Procedure } from '#schemas/generated/types.ts'
import { request, type Reply } from '#runtime/client/http.ts'

export type DraftState = 'draft' | 'in-review' | 'changes-asked' | 'approved' | 'scheduled' | 'published'

export interface ProcedureSummary {
  id: string
  code: string
  name: string
  'x-i18n'?: Procedure['info']['x-i18n']
  draftVersion: number
  state: DraftState
  publishedHash?: string
  savedAt: string
}

export interface OpenProcedure {
  id: string
  document: Procedure
  version: number
  publishedHash?: string
  published?: Procedure
  changeRequest?: ChangeRequest
}

export interface Saved {
  version: number
  savedAt: string
}

const at = (id: string): string => `/api/designer/procedures/${encodeURIComponent(id)}`

export const listProcedures = (): Promise<Reply<{ procedures: ProcedureSummary[] }>> => request('GET', '/api/designer/procedures')

export const createProcedure = (body: { name: string, code?: string, copyOf?: string }): Promise<Reply<{ id: string, document: Procedure, version: number }>> =>
  request('POST', '/api/designer/procedures', { body })

export const openProcedure = (id: string): Promise<Reply<OpenProcedure>> => request('GET', at(id))

export const saveDraft = (id: string, document: Procedure, version: number): Promise<Reply<Saved>> => request('PUT', `${at(id)}/draft`, { body: document, ifMatch: version })

/** Module of the validator of one saved draft, for the preview. */
export const validatorUrl = (id: string, version: number): string => `${at(id)}/draft/validator.js?version=${version}`

export const sendForReview = (id: string, comment: string): Promise<Reply<ChangeRequest>> => request('POST', `${at(id)}/change-requests`, { body: { comment } })
