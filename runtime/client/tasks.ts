// One dossier on the officers' side: what it holds, a decision, an opinion, who has it, remarks beside its answers, a payment
// at the counter.
import type { Act, Colleagues, Dossier, Examination, Opine, SaveRemark, TaskView } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

type Moved = Promise<Reply<{ dossier: Dossier }>>

export const getTask = (id: string): Promise<Reply<TaskView>> => request('GET', `/api/tasks/${id}`)

export const act = (id: string, decision: Act): Moved => request('POST', `/api/tasks/${id}/actions`, { body: decision })

export const giveOpinion = (id: string, opinion: Opine): Moved => request('POST', `/api/tasks/${id}/opinions`, { body: opinion })

/** Without `to` it is given back. */
export const assignTask = (id: string, version: number, to?: string): Moved =>
  request('POST', `/api/tasks/${id}/assignment`, { body: { version, ...(to !== undefined && { to }) } })

/** Whom it may be given to; whoever has least first. */
export const listColleagues = (id: string): Promise<Reply<Colleagues>> => request('GET', `/api/tasks/${id}/colleagues`)

export const getExamination = (id: string): Promise<Reply<Examination>> => request('GET', `/api/tasks/${id}/examination`)

export const saveRemark = (id: string, remark: SaveRemark): Promise<Reply<Examination>> => request('PUT', `/api/tasks/${id}/remarks`, { body: remark })

export const recordPayment = (id: string, version: number, receiptNumber: string): Moved =>
  request('POST', `/api/tasks/${id}/payment`, { body: { version, receiptNumber } })
