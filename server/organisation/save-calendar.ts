// Stores a working calendar, or says what that would mean. What happens by itself is looked at again by the new calendar;
// dates that were promised stay.
import { judgeCalendar } from '#core/deadline/judge-calendar.ts'
import type { CalendarEffect, SaveCalendar, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { forgetCalendars } from './calendar.ts'
import { calendarEffect } from './calendar-effect.ts'
import { createCalendarRepository } from './calendar-repository.ts'

/** `seen` is the version that the person has seen; 0 for a calendar that is new. */
export const saveCalendar = (deps: DossierDeps) => async (actor: Session, id: string, seen: number | undefined, { calendar, dryRun }: SaveCalendar): Promise<CalendarEffect> => {
  const { database } = deps
  const issues = judgeCalendar(calendar)
  if (issues.length > 0) throw new ProblemError('invalid-body', issues.map((issue) => ({ ...issue, pointer: `/calendar${issue.pointer}` })))
  const calendars = createCalendarRepository(database)
  const before = await calendars.find(id)
  const effect = before ? await calendarEffect(deps, id, before.calendar, calendar) : { open: 0, later: 0, earlier: 0 }
  if (dryRun) return effect
  if (seen === undefined) throw new ProblemError('precondition-required')
  if (seen !== (before?.version ?? 0)) throw new ProblemError('stale')
  // One that was given up and comes back under its word goes on with the numbers.
  const version = (before ? seen : await calendars.lastNumber(id)) + 1
  const now = deps.now()
  const days = [...calendar.days].sort((a, b) => (a.date < b.date ? -1 : 1))
  await database.commit([
    calendars.insert(id, version, { ...calendar, days }, actor.name, now),
    // The sweep finds each of them and notes the hour that the new calendar gives.
    { sql: `UPDATE dossier SET next_timer_at = ? WHERE next_timer_at > ?`, parameters: [now, now] },
  ])
  forgetCalendars(database)
  return { ...effect, version }
}
