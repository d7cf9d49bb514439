// What the office publishes about itself: its code lists and its working days.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readCalendarDocument } from './calendar.ts'
import { codeLists } from './code-lists.ts'

export const codeListRoutes = (): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', (c) => c.json({ codeLists: [...codeLists().values()].map(({ items, ...list }) => ({ ...list, count: items.length })) }))
  .get('/:id', (c) => {
    const list = codeLists().get(c.req.param('id'))
    if (!list) throw new ProblemError('not-found')
    return c.json(list)
  })

export const calendarRoutes = ({ database }: Pick<Deps, 'database'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json(await readCalendarDocument(database)))
