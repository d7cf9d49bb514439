// What the designer asks the server about working calendars: all of them, one, the days that are proposed for a year; saving one,
// looked at first; giving one up.
import { request, type Reply } from '#runtime/client/http.ts'
import type { CalendarDay, CalendarEffect, CalendarSummary, OfficeCalendar } from '#schemas/generated/types.ts'

const place = '/api/designer/calendars'
const at = (id: string): string => `${place}/${encodeURIComponent(id)}`

export const listCalendars = (): Promise<Reply<{ calendars: CalendarSummary[] }>> => request('GET', place)

export const fetchCalendar = (id: string): Promise<Reply<OfficeCalendar>> => request('GET', at(id))

export const fetchProposals = (year: number): Promise<Reply<{ days: CalendarDay[] }>> => request('GET', `${place}/proposals/${year}`)

export const tryCalendar = (id: string, calendar: OfficeCalendar): Promise<Reply<CalendarEffect>> => request('PUT', at(id), { body: { calendar, dryRun: true } })

/** `seen` is the version that was read; 0 for a new calendar. */
export const saveCalendar = (id: string, seen: number, calendar: OfficeCalendar): Promise<Reply<CalendarEffect>> => request('PUT', at(id), { body: { calendar }, ifMatch: seen })

/** For a calendar that no unit uses. */
export const giveUpCalendar = (id: string, seen: number): Promise<Reply<unknown>> => request('DELETE', at(id), { ifMatch: seen })
