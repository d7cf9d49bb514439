// The report for heads and administrators, and the statistics for everybody: reads counters and what is open, and lets the core
// make the report of them.
import { vietnamDate } from '#core/text/format.ts'
import { timeOf } from '#core/statistics/figures.ts'
import { fewestMeasured, makePublicReport } from '#core/statistics/public-report.ts'
import { makeReport, type KnownProcedure } from '#core/statistics/report.ts'
import type { OfficeTime, PublicStatistics, StatisticsReport } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { ratingForm } from '../ratings/rating-form.ts'
import type { KnownProcedures } from './known-procedures.ts'
import { firstMonth, readCounters, readCountersOf, readOpen } from './repository.ts'

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

const monthsBefore = (month: string, count: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

const wrongPeriod = (): ProblemError => new ProblemError('invalid-body', [{ pointer: '/from', code: 'body.pattern' }])

/** The last twelve months unless asked otherwise. */
const periodOf = ({ from, to }: Asked, now: string): { from: string; to: string } => {
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

export const readReport = async (deps: StatisticsDeps, asked: Asked): Promise<StatisticsReport> => {
  const now = deps.now()
  const period = periodOf(asked, now)
  const [all, open, known, nameOfOfficer] = await Promise.all([readCounters(deps.database, period.from, period.to), readOpen(deps.database, now), deps.known(), officerNames(deps)])
  const isAsked = ({ id, office }: KnownProcedure): boolean => (asked.procedure === undefined || id === asked.procedure) && (asked.office === undefined || office === asked.office)
  const procedures = known.filter(isAsked)
  const ids = new Set(procedures.map(({ id }) => id))
  return makeReport({ ...period, asOf: now, counters: all.filter(({ procedureId }) => ids.has(procedureId)), open, procedures, known, nameOfOfficer, indicators })
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
  const recent = lastYear(now)
  const [counters, measured, open, known] = await Promise.all([
    readCounters(deps.database, `${chosen}-01`, `${chosen}-12`), readCounters(deps.database, recent.from, recent.to), readOpen(deps.database, now), deps.known(),
  ])
  return makePublicReport({ year: chosen, years, asOf: now, counters, recent: measured, open, known, indicators })
}

/** How long the office really took in the last twelve months; undefined where too few dossiers say it. */
export const readMeasuredTime = async ({ database, now }: StatisticsDeps, procedureId: string): Promise<OfficeTime | undefined> => {
  const { from, to } = lastYear(now())
  return timeOf(await readCountersOf(database, procedureId, from, to), fewestMeasured)
}
