// Puts the working days of the product into an office, and a new version where the product brings one, as long as nobody of
// the office has saved their own.
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { OfficeCalendar } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { forgetCalendars } from './calendar.ts'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'

export const loadCalendar = async ({ database, now }: Pick<Deps, 'database' | 'now'>, calendar: OfficeCalendar, author: string): Promise<void> => {
  const calendars = createCalendarRepository(database)
  const stored = await calendars.find(defaultCalendar)
  const isOwn = stored !== undefined && stored.version > 0 && stored.savedBy !== author
  if (isOwn || canonicalJson(stored?.calendar) === canonicalJson(calendar)) return
  await database.commit([calendars.insert(defaultCalendar, (stored?.version ?? 0) + 1, calendar, author, now())])
  forgetCalendars(database)
}
