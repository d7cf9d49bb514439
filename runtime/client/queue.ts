// The queue of the officers: its pages, how much each tab holds, views that are kept by name, many dossiers at once.
import type { Bulk, BulkOutcome, QueueCounts, QueueFilters, QueuePage, QueueView, SaveQueueView } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

/** What an address says of the filters. */
export const toQuery = (filters: QueueFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))

export const listQueue = (filters: QueueFilters, after?: string, signal?: AbortSignal): Promise<Reply<QueuePage>> =>
  request('GET', `/api/tasks?${new URLSearchParams({ ...toQuery(filters), ...(after !== undefined && { after }) }).toString()}`, signal ? { signal } : {})

export const countQueue = (): Promise<Reply<QueueCounts>> => request('GET', '/api/tasks/counts')

export const listViews = (): Promise<Reply<{ views: QueueView[] }>> => request('GET', '/api/tasks/views')

/** Without an id a new one. */
export const saveView = (view: SaveQueueView, id?: string): Promise<Reply<QueueView>> =>
  (id === undefined ? request('POST', '/api/tasks/views', { body: view }) : request('PUT', `/api/tasks/views/${id}`, { body: view }))

export const removeView = (id: string): Promise<Reply<undefined>> => request('DELETE', `/api/tasks/views/${id}`)

export const doInBulk = (bulk: Pick<Bulk, 'items' | 'action' | 'reason' | 'assignment'>): Promise<Reply<BulkOutcome>> => request('POST', '/api/tasks/bulk', { body: bulk })
