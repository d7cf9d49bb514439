// Working calendars as administrators see and change them; what the law gives for a year as a proposal.
import { Hono } from 'hono'
import { publicHolidays } from '#core/deadline/public-holidays.ts'
import type { CalendarSummary, OfficeCalendar, SaveCalendar } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { documentLimits, readBody } from '../http/read-body.ts'
import { schemaFolder } from '../http/schemas.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'
import { giveUpCalendar } from './give-up-calendar.ts'
import { wordId } from './organisation-routes.ts'
import { requirePermission } from './require-permission.ts'
import { saveCalendar } from './save-calendar.ts'
import { createUnitRepository } from './unit-repository.ts'

/** What the product knows to be announced. */
const announced = (): OfficeCalendar => JSON.parse(readFileSync(join(schemaFolder, 'examples', 'calendars', `${defaultCalendar}.json`), 'utf8')) as OfficeCalendar

const proposeDays = (year: number): OfficeCalendar['days'] => {
  const { days, weekend } = announced()
  const known = days.filter(({ date }) => date.startsWith(`${year}-`))
  return known.length > 0 ? known : publicHolidays(year, weekend)
}

export const calendarDesignRoutes = (deps: DossierDeps): Hono<AppEnv> => {
  const calendars = createCalendarRepository(deps.database)
  const list = async (): Promise<CalendarSummary[]> => {
    const [stored, units] = await Promise.all([calendars.list(), createUnitRepository(deps.database).list()])
    return stored.map(({ id, version, savedAt, savedBy, calendar }) => ({
      id, title: calendar.title, ...(calendar['x-i18n'] && { 'x-i18n': calendar['x-i18n'] }), version, savedAt, savedBy, days: calendar.days.length,
      ...(id === defaultCalendar && { isDefault: true }), units: units.filter((unit) => unit.calendar === id).map(({ name }) => name),
    }))
  }
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      await requirePermission(c, c.req.method === 'GET' ? 'procedure.readDrafts' : 'organisation.manage')
      await next()
    })
    .get('/', async (c) => c.json({ calendars: await list() }))
    .get('/proposals/:year', (c) => {
      const year = Number(c.req.param('year'))
      if (!Number.isInteger(year) || year < 2000 || year > 2199) throw new ProblemError('not-found')
      return c.json({ days: proposeDays(year) })
    })
    .get('/:id', async (c) => {
      const found = await calendars.find(wordId(c))
      if (!found) throw new ProblemError('not-found')
      setEtag(c, found.version)
      return c.json(found.calendar)
    })
    .get('/:id/versions', async (c) => c.json({ versions: await calendars.versionsOf(wordId(c)) }))
    .put('/:id', async (c) => {
      const actor = await requirePermission(c, 'organisation.manage')
      const id = wordId(c)
      const given = await readBody<SaveCalendar>(c, 'api/save-calendar', documentLimits)
      const effect = await saveCalendar(deps)(actor, id, given.dryRun ? undefined : requireIfMatch(c), given)
      if (effect.version !== undefined) setEtag(c, effect.version)
      return c.json(effect)
    })
    .delete('/:id', async (c) => {
      await giveUpCalendar(deps)(await requirePermission(c, 'organisation.manage'), wordId(c), requireIfMatch(c))
      return c.body(null, 204)
    })
}
