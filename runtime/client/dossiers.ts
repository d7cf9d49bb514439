// The applicant's dossiers: begin, save, submit, complete, withdraw.
import type { Dossier, DossierView, RevisionNotice, Translations } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export type DossierSummary = Omit<Dossier, 'answers' | 'records' | 'fee' | 'supplement'> & {
  procedureName: string
  procedureCode: string
  'x-i18n'?: Translations
  updatedAt: string
  /** Messages of the office that were not read yet. */
  unread?: number
  /** Of a draft whose form was published anew, or withdrawn. */
  revisionNotice?: RevisionNotice
}

type Answers = Record<string, unknown>

export const startDossier = (procedure: string): Promise<Reply<{ dossier: Dossier }>> => request('POST', '/api/dossiers', { body: { procedure } })

export const listDossiers = (): Promise<Reply<{ dossiers: DossierSummary[] }>> => request('GET', '/api/dossiers')

export const getDossier = (id: string): Promise<Reply<DossierView>> => request('GET', `/api/dossiers/${id}`)

export const saveAnswers = (id: string, version: number, answers: Answers, page?: string): Promise<Reply<{ version: number }>> =>
  request('PUT', `/api/dossiers/${id}/answers`, { ifMatch: version, body: { answers, ...(page !== undefined && { page }) } })

/** For whom a draft is filed: answers to schemas/dossier/representation-form.json. */
export const setRepresentation = (id: string, version: number, answers: Answers): Promise<Reply<{ version: number }>> =>
  request('PUT', `/api/dossiers/${id}/representation`, { ifMatch: version, body: { answers } })

/** The applicant agrees to go on under the revision that is in force. */
export const goOnWithRevision = (id: string, version: number, revision: string): Promise<Reply<{ version: number }>> =>
  request('PUT', `/api/dossiers/${id}/revision`, { ifMatch: version, body: { revision } })

/** The same key for every attempt at one filing makes a repeated press harmless. */
export const submitDossier = (id: string, version: number, idempotencyKey: string): Promise<Reply<{ dossier: Dossier }>> =>
  request('POST', `/api/dossiers/${id}/submission`, { ifMatch: version, idempotencyKey, body: {} })

export const sendSupplement = (id: string, version: number): Promise<Reply<{ dossier: Dossier }>> =>
  request('POST', `/api/dossiers/${id}/supplement`, { ifMatch: version, body: {} })

export const withdrawDossier = (id: string, version: number, reason: string): Promise<Reply<{ dossier: Dossier }>> =>
  request('POST', `/api/dossiers/${id}/withdrawal`, { body: { version, reason } })

export const deleteDraft = (id: string): Promise<Reply<undefined>> => request('DELETE', `/api/dossiers/${id}`)
