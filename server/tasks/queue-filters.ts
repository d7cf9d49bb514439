// What part of the queue somebody asked for: read from the address, judged like a body, and turned into what holds of the rows
// of the table of tasks.
import { dueAt } from '#core/deadline/due-date.ts'
import { addDays, toInstant, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { QueueFilters } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import { judgeShape } from '../http/schemas.ts'
import { never } from './task-rows.ts'

/** A condition of SQL with its values. */
export interface Part {
  sql: string
  parameters: unknown[]
}

export const part = (sql: string, ...parameters: unknown[]): Part => ({ sql, parameters })

export const allOf = (parts: readonly Part[]): Part => ({ sql: parts.map(({ sql }) => sql).join(' AND '), parameters: parts.flatMap(({ parameters }) => parameters) })

const names = ['tab', 'procedure', 'step', 'status', 'channel', 'assignee', 'receivedFrom', 'receivedTo', 'q'] as const

export const readFilters = (read: (name: string) => string | undefined): QueueFilters => {
  const filters = Object.fromEntries(names.map((name) => [name, read(name)]).filter(([, value]) => value !== undefined && value !== '')) as QueueFilters
  const issues = judgeShape('api/queue-filters', filters)
  // What has ended is neither late nor on time any more, so the list of everything knows no status.
  if (filters.tab === 'filed' && filters.status !== undefined) issues.push({ pointer: '/status', code: 'body.unknown' })
  if (issues.length > 0) throw new ProblemError('invalid-body', issues)
  return filters
}

/** Until when something counts as due soon: the end of the second working day from now. */
const soonDays = 2

export interface Moment {
  now: string
  soon: string
  calendar: WorkingCalendar
}

export const momentOf = (now: string, calendar: WorkingCalendar): Moment => ({ now, soon: dueAt(now, { amount: soonDays, unit: 'workingDay' }, calendar), calendar })

export const statusAt = (due: string | undefined, { now, soon }: Moment): QueueFilters['status'] =>
  (due === undefined || due === never ? undefined : due < now ? 'overdue' : due <= soon ? 'soon' : 'onTime')

// A place begins with the instant and ends with the channel, so everything due at an instant lies before `instant~`.
const upTo = (instant: string): string => `${instant}~`

export const statusPart = (status: NonNullable<QueueFilters['status']>, { now, soon }: Moment): Part => {
  switch (status) {
    case 'overdue': return part('place < ?', now)
    case 'soon': return part('place >= ? AND place < ?', now, upTo(soon))
    case 'onTime': return part('place >= ? AND place < ?', upTo(soon), never)
  }
}

/** From the first minute of the first day to the last of the last one, in the office's own time. */
export const receivedParts = ({ receivedFrom, receivedTo }: QueueFilters, column: string, { calendar }: Moment): Part[] => [
  ...(receivedFrom === undefined ? [] : [part(`${column} >= ?`, toInstant(receivedFrom, 0, calendar))]),
  ...(receivedTo === undefined ? [] : [part(`${column} < ?`, toInstant(addDays(receivedTo, 1), 0, calendar))]),
]

export const taskParts = (filters: QueueFilters, moment: Moment): Part[] => {
  const { procedure, step, channel, assignee, status, tab } = filters
  return [
    ...(procedure === undefined ? [] : [part('procedure_id = ?', procedure)]),
    ...(step === undefined ? [] : [part('step = ?', step)]),
    ...(channel === undefined ? [] : [part('channel = ?', channel)]),
    ...(assignee === undefined ? [] : [part(tab === 'escalated' ? 'assignee_id = ?' : `kind = 'step' AND assignee_id = ?`, assignee)]),
    ...(status === undefined ? [] : [statusPart(status, moment)]),
    ...receivedParts(filters, 'received_at', moment),
  ]
}
