// Gives up a working calendar that no unit uses. Its versions stay: due dates were counted by them.
import type { Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { forgetCalendars } from './calendar.ts'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'
import { createOrganisationRepository } from './organisation-repository.ts'
import { createUnitRepository } from './unit-repository.ts'

/** `seen` is the version that the person has seen. */
export const giveUpCalendar = ({ database, now }: Pick<Deps, 'database' | 'now'>) => async (actor: Session, id: string, seen: number): Promise<void> => {
  const [calendars, organisation] = [createCalendarRepository(database), createOrganisationRepository(database)]
  // The version first: a unit that takes the calendar meanwhile makes this one stale.
  const organised = await organisation.version()
  const [found, units] = await Promise.all([calendars.find(id), createUnitRepository(database).list()])
  if (!found || found.version === 0) throw new ProblemError('not-found')
  if (id === defaultCalendar) throw new ProblemError('invalid-body', [{ pointer: '', code: 'calendar.isUsual' }])
  const using = units.filter(({ calendar }) => calendar === id).map(({ name }) => name)
  if (using.length > 0) throw new ProblemError('invalid-body', [{ pointer: '', code: 'calendar.inUse', params: { units: using.join(', ') } }])
  if (seen !== found.version) throw new ProblemError('stale')
  await database.commit([organisation.noteChange(organised, 'calendar-given-up', { id, title: found.calendar.title, version: seen }, actor, now()), calendars.insert(id, seen + 1, null, actor.name, now())])
  forgetCalendars(database)
}
