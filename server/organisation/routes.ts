// What the office publishes about itself: its usual working days, and those by which the time of one of its offices is counted.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { calendarIdFor } from './calendar.ts'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'
import { createUnitRepository } from './unit-repository.ts'

export const calendarRoutes = ({ database }: Pick<Deps, 'database'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    const { agency = '', receivingUnit } = c.req.query()
    const calendars = createCalendarRepository(database)
    const id = calendarIdFor({ agency, ...(receivingUnit && { receivingUnit }) }, await createUnitRepository(database).list())
    return c.json((await calendars.find(id) ?? await calendars.find(defaultCalendar))!.calendar)
  })
