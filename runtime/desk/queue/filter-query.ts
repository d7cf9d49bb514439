// The filters of the queue in the address of the page: a queue that was looked at can be gone back to, kept and passed on.
import type { LocationQuery } from 'vue-router'
import type { QueueFilters } from '#schemas/generated/types.ts'

export const tabNames = ['mine', 'unit', 'unassigned', 'escalated', 'all', 'filed'] as const satisfies readonly NonNullable<QueueFilters['tab']>[]
export type TabName = (typeof tabNames)[number]

const words = {
  status: ['overdue', 'soon', 'onTime'],
  channel: ['online', 'counter', 'post'],
} as const

const shapes = { procedure: /^[0-9a-f-]{36}$/, step: /^[a-z][A-Za-z0-9-]{0,63}$/, assignee: /^[A-Za-z0-9-]{8,64}$/, receivedFrom: /^\d{4}-\d{2}-\d{2}$/, receivedTo: /^\d{4}-\d{2}-\d{2}$/ } as const

const oneOf = <Word extends string>(known: readonly Word[], asked: unknown): Word | undefined => known.find((word) => word === asked)

/** What the address says, without what the queue does not know: an old or mistyped link shows a queue all the same. */
export const readFilters = (query: LocationQuery): QueueFilters & { tab: TabName } => {
  const tab = oneOf(tabNames, query['tab']) ?? 'unit'
  const status = tab === 'filed' ? undefined : oneOf(words.status, query['status'])
  const channel = oneOf(words.channel, query['channel'])
  const shaped = Object.entries(shapes).flatMap(([name, shape]) => (typeof query[name] === 'string' && shape.test(query[name]) ? [[name, query[name]]] : []))
  const q = typeof query['q'] === 'string' ? query['q'].slice(0, 200) : ''
  return { tab, ...(status && { status }), ...(channel && { channel }), ...Object.fromEntries(shaped) as QueueFilters, ...(q && { q }) }
}

/** A step belongs to its procedure, and what has ended is neither late nor on time. */
export const withFilter = (filters: QueueFilters, name: keyof QueueFilters, value: string | undefined): QueueFilters => {
  const { [name]: _before, ...rest } = filters
  const next: QueueFilters = { ...rest, ...(value && { [name]: value }) }
  if (name === 'procedure') delete next.step
  if (next.tab === 'filed') delete next.status
  return next
}

const chips = ['q', 'procedure', 'step', 'status', 'channel', 'assignee', 'receivedFrom', 'receivedTo'] as const

/** Those that are set, in the order in which they are shown as chips. */
export const setFilters = (filters: QueueFilters): { name: (typeof chips)[number], value: string }[] =>
  chips.flatMap((name) => (filters[name] ? [{ name, value: filters[name] }] : []))
