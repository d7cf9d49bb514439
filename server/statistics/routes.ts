// Statistics over the wire: the report with its files for heads and administrators; the figures of a year and the measured time of a
// procedure for everybody.
import { Hono, type Context } from 'hono'
import { localise, type Locale } from '#core/text/localise.ts'
import { reportTables, tableIds, type RatingTitles, type ReportTable } from '#core/statistics/report-tables.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { registerRoutes } from '../papers/register-routes.ts'
import { ratingForm } from '../ratings/rating-form.ts'
import { createKnownProcedures } from './known-procedures.ts'
import { readMeasuredTime, readPublicReport, readReport, type Asked, type StatisticsDeps } from './read-report.ts'
import { tableAsCsv, tablesAsWorkbook } from './write-tables.ts'

const askedIn = (c: Context<AppEnv>): Asked => ({ from: c.req.query('from'), to: c.req.query('to'), procedure: c.req.query('procedure'), office: c.req.query('office') })

const localeOf = (c: Context<AppEnv>): Locale => (c.req.query('lang') === 'en' ? 'en' : 'vi')

const ratingTitles = (locale: Locale): RatingTitles => Object.fromEntries([...ratingForm.questions.values()].map(({ path, question }) => [path.slice(1), localise(question, 'title', locale)]))

const file = (c: Context<AppEnv>, name: string, type: string, content: string | Uint8Array<ArrayBuffer>): Response =>
  c.body(content, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })

const tablesOf = async (c: Context<AppEnv>, deps: StatisticsDeps): Promise<{ tables: ReportTable[]; period: string }> => {
  await requirePermission(c, 'statistics.read')
  const report = await readReport(deps, askedIn(c))
  const locale = localeOf(c)
  return { tables: reportTables(report, locale, ratingTitles(locale)), period: `${report.from}--${report.to}` }
}

export const statisticsRoutes = (shared: DossierDeps): Hono<AppEnv> => {
  const deps: StatisticsDeps = { ...shared, known: createKnownProcedures(shared.database) }
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      await requirePermission(c, 'statistics.read')
      return c.json(await readReport(deps, askedIn(c)), 200, { 'Cache-Control': 'private, no-store' })
    })
    .get('/report.xlsx', async (c) => {
      const { tables, period } = await tablesOf(c, deps)
      return file(c, `thong-ke-${period}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', await tablesAsWorkbook(tables))
    })
    .get('/:table{[a-z]+\\.csv}', async (c) => {
      const id = tableIds.find((each) => `${each}.csv` === c.req.param('table'))
      const { tables, period } = await tablesOf(c, deps)
      const table = tables.find((each) => each.id === id)
      if (!table) throw new ProblemError('not-found')
      return file(c, `thong-ke-${table.id}-${period}.csv`, 'text/csv; charset=utf-8', tableAsCsv(table))
    })
    .route('/registers', registerRoutes(shared, deps.known))
}

// Everybody reads the same, and no faster than it changes.
const keptSeconds = 60

export const publicStatisticsRoutes = (shared: DossierDeps): Hono<AppEnv> => {
  const deps: StatisticsDeps = { ...shared, known: createKnownProcedures(shared.database) }
  const caching = { 'Cache-Control': `public, max-age=${keptSeconds}` }
  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await readPublicReport(deps, c.req.query('year')), 200, caching))
    .get('/procedures/:id', async (c) => {
      const time = await readMeasuredTime(deps, routeId(c))
      return c.json({ ...(time && { time }) }, 200, caching)
    })
}
