// What the office publishes about itself: its working days.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { readCalendarDocument } from './calendar.ts'

export const calendarRoutes = ({ database }: Pick<Deps, 'database'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json(await readCalendarDocument(database)))
