// The report for heads and administrators, and the statistics for everybody: reads counters and what is open, and lets the core
// make the report of them.
import { vietnamDate } from '#core/text/format.ts'
import type { Counter } from '#core/statistics/counter.ts'
import { timeOf } from '#core/statistics/figures.ts'
import { fewestMeasured, makePublicReport } from '#core/statistics/public-report.ts'
import { makeReport } from '#core/statistics/report.ts'
import type { OfficeTime, PublicStatistics, StatisticsReport } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { ratingForm } from '../ratings/rating-form.ts'
import type { KnownProcedures } from './known-procedures.ts'
import { firstMonth, readCounters, readOpen, type Period } from './repository.ts'

export type StatisticsDeps = Pick<Deps, 'database' | 'now'> & { known: KnownProcedures }

/** What people give marks for. */
const indicators = [...ratingForm.questions.values()].filter(({ question }) => question.type === 'integer').map(({ path }) => path.slice(1))

export interface Asked {
  from: string | undefined
  to: string | undefined
  procedure: string | undefined
  /** Where dossiers are received. */
  office: string | undefined
}

const isMonth = (month: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
const mostMonths = 120

export const monthsBefore = (month: string, count: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

const wrongPeriod = (): ProblemError => new ProblemError('invalid-body', [{ pointer: '/from', code: 'body.pattern' }])

/** The last twelve months unless asked otherwise. */
export const periodOf = ({ from, to }: Asked, now: string): { from: string; to: string } => {
  const last = to ?? vietnamDate(now).slice(0, 7)
  if (!isMonth(last)) throw wrongPeriod()
  const first = from ?? monthsBefore(last, 11)
  if (!isMonth(first) || first > last || first < monthsBefore(last, mostMonths - 1)) throw wrongPeriod()
  return { from: first, to: last }
}

const officerNames = async ({ database }: StatisticsDeps): Promise<(id: string) => string> => {
  const names = new Map((await database.read<{ id: string; name: string }>('SELECT "id" AS id, "name" AS name FROM "user"')).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** What a report reads: months of what came in and was done, procedures' hours, and everything else in all. */
const readPeriod = async ({ database }: StatisticsDeps, period: Period): Promise<Counter[]> => (await Promise.all([
  readCounters(database, 'kept', ['received', 'ended'], period), readCounters(database, 'byProcedure', ['hours'], period), readCounters(database, 'inAll', ['unit', 'officer', 'contacts', 'rating'], period),
])).flat()

export const readReport = async (deps: StatisticsDeps, asked: Asked): Promise<StatisticsReport> => {
  const now = deps.now()
  const period = periodOf(asked, now)
  const known = await deps.known()
  const isAll = asked.procedure === undefined && asked.office === undefined
  const procedures = known.filter(({ id, office }) => (asked.procedure === undefined || id === asked.procedure) && (asked.office === undefined || office === asked.office))
  const [counters, open, nameOfOfficer] = await Promise.all([readPeriod(deps, { ...period, ...(!isAll && { procedures: procedures.map(({ id }) => id) }) }), readOpen(deps.database, now), officerNames(deps)])
  return makeReport({ ...period, asOf: now, counters, open, procedures, known, nameOfOfficer, indicators })
}

const yearsFrom = (first: string | undefined, now: string): string[] => {
  const last = Number(vietnamDate(now).slice(0, 4))
  const begin = Math.min(last, Number(first?.slice(0, 4) ?? last))
  return Array.from({ length: last - begin + 1 }, (_, i) => String(last - i))
}

const lastYear = (now: string): { from: string; to: string } => ({ from: monthsBefore(vietnamDate(now).slice(0, 7), 11), to: vietnamDate(now).slice(0, 7) })

/** The present year unless another one is asked for that there is something of. */
export const readPublicReport = async (deps: StatisticsDeps, year: string | undefined): Promise<PublicStatistics> => {
  const now = deps.now()
  const years = yearsFrom(await firstMonth(deps.database), now)
  const chosen = year ?? years[0]!
  if (!years.includes(chosen)) throw new ProblemError('not-found')
  const ofYear = { from: `${chosen}-01`, to: `${chosen}-12` }
  const [counters, measured, open, known] = await Promise.all([
    Promise.all([readCounters(deps.database, 'kept', ['received', 'ended'], ofYear), readCounters(deps.database, 'inAll', ['rating'], ofYear)]), readCounters(deps.database, 'byProcedure', ['hours'], lastYear(now)), readOpen(deps.database, now), deps.known(),
  ])
  return makePublicReport({ year: chosen, years, asOf: now, counters: counters.flat(), recent: measured, open, known, indicators })
}

/** How long the office really took in the last twelve months; undefined where too few dossiers say it. */
export const readMeasuredTime = async ({ database, now }: StatisticsDeps, procedureId: string): Promise<OfficeTime | undefined> => {
  return timeOf(await readCounters(database, 'byProcedure', ['hours'], { ...lastYear(now()), procedures: [procedureId] }), fewestMeasured)
}
