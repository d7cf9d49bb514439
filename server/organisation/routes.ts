// What the office publishes about itself: its usual working days.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'

export const calendarRoutes = ({ database }: Pick<Deps, 'database'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json((await createCalendarRepository(database).find(defaultCalendar))!.calendar))
