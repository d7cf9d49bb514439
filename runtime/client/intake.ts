// The counter: the applicant's account found by one exact value, and a paper dossier begun for somebody else.
import type { Dossier, FoundApplicant } from '#schemas/generated/types.ts'
import type { DossierSummary } from './dossiers.ts'
import { type Reply, request } from './http.ts'

export type FoundBy = 'personId' | 'email'

export const listIntakes = (): Promise<Reply<{ dossiers: DossierSummary[] }>> => request('GET', '/api/intake')

export interface IntakeProcedure {
  id: string
  code: string
  name: string
}

export const listIntakeProcedures = (): Promise<Reply<{ procedures: IntakeProcedure[] }>> => request('GET', '/api/intake/procedures')

export const findApplicant = (by: FoundBy, value: string): Promise<Reply<{ account: FoundApplicant | null }>> => request('POST', '/api/intake/applicant', { body: { [by]: value } })

export const startIntake = (answers: Record<string, unknown>, account?: FoundBy): Promise<Reply<{ dossier: Dossier }>> =>
  request('POST', '/api/intake', { body: { answers, ...(account && { account }) } })
