// The officers' side: the queue, one dossier, a decision, a payment at the counter.
import type { Dossier, QueueEntry, TaskView } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export interface Decision {
  action: string
  version: number
  reason?: string
  fields?: string[]
  record?: Record<string, unknown>
}

export const listTasks = (scope: 'mine' | 'all', after?: string): Promise<Reply<{ tasks: QueueEntry[], next?: string }>> => {
  const query = new URLSearchParams({ ...(scope === 'all' && { tab: 'filed' }), ...(after !== undefined && { after }) }).toString()
  return request('GET', `/api/tasks${query && `?${query}`}`)
}

export const getTask = (id: string): Promise<Reply<TaskView>> => request('GET', `/api/tasks/${id}`)

export const act = (id: string, decision: Decision): Promise<Reply<{ dossier: Dossier }>> => request('POST', `/api/tasks/${id}/actions`, { body: decision })

export const recordPayment = (id: string, version: number, receiptNumber: string): Promise<Reply<{ dossier: Dossier }>> =>
  request('POST', `/api/tasks/${id}/payment`, { body: { version, receiptNumber } })
