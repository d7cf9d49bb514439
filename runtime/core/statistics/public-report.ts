// The statistics that everybody may read. A figure below five could point at a person, so it is not told, and neither is another
// that would give it away by subtraction; years do not overlap, so that one answer cannot be taken from another.
import type { PublicFigures, PublicStatistics } from '#schemas/generated/types.ts'
import type { Counter } from './counter.ts'
import { figuresOf, groupBy, percent, ratersOf, ratingsOf, receivedOf, settledOf, timeOf } from './figures.ts'
import { vietnamDate } from '../text/format.ts'
import { addOpen, monthsBetween, openOf, type KnownProcedure, type OpenOf } from './report.ts'

export const fewestShown = 5
/** Below so many dossiers a measured time says more about single ones than about the office. */
export const fewestMeasured = 20

type Shown = number | null

const isSmall = (value: number): boolean => value > 0 && value < fewestShown

/** Figures that stand beside their sum: one that is kept back alone could be worked out, so the next larger goes with it. */
export const hideSmall = (values: readonly number[]): Shown[] => {
  const hidden = new Set([...values.keys()].filter((i) => isSmall(values[i]!)))
  const sum = [...hidden].reduce((all, i) => all + values[i]!, 0)
  if (hidden.size > 0 && (hidden.size === 1 || sum < fewestShown)) {
    const [next] = [...values.keys()].filter((i) => !hidden.has(i) && values[i]! > 0).sort((a, b) => values[a]! - values[b]!)
    if (next !== undefined) hidden.add(next)
  }
  return values.map((value, i) => (hidden.has(i) ? null : value))
}

const hideOne = (value: number): Shown => (isSmall(value) ? null : value)

const plain = (counters: readonly Counter[]): { received: number; settled: number; late: number } => {
  const figures = figuresOf(counters)
  return { received: receivedOf(figures), settled: settledOf(figures), late: figures.settled.late }
}

/** Rows of a table whose sums are told too. */
const hideColumns = (rows: readonly (readonly Counter[])[]): PublicFigures[] => {
  const found = rows.map(plain)
  const [received, settled, late] = (['received', 'settled', 'late'] as const).map((name) => hideSmall(found.map((row) => row[name])))
  return found.map((_row, i) => ({ received: received![i]!, settled: settled![i]!, late: late![i]! }))
}

export interface PublicFacts {
  year: string
  years: readonly string[]
  asOf: string
  /** Those of the year. */
  counters: readonly Counter[]
  /** Those of the last twelve months, for measured times. */
  recent: readonly Counter[]
  open: OpenOf
  known: readonly KnownProcedure[]
  indicators: readonly string[]
}

export const makePublicReport = ({ year, years, asOf, counters, recent, open, known, indicators }: PublicFacts): PublicStatistics => {
  const { received, settled } = figuresOf(counters)
  const [online, counter, post] = hideSmall([received.online, received.counter, received.post])
  const [early, onTime, late] = hideSmall([settled.early, settled.onTime, settled.late])
  const total = plain(counters)
  const present = vietnamDate(asOf).slice(0, 7)
  const months = monthsBetween(`${year}-01`, `${year}-12`).filter((month) => month <= present)
  const [byMonth, byProcedure, recentOf] = [groupBy(counters, ({ month }) => month), groupBy(counters, ({ procedureId }) => procedureId), groupBy(recent, ({ procedureId }) => procedureId)]
  const shown = known.filter(({ id }) => plain(byProcedure.get(id) ?? []).received + plain(byProcedure.get(id) ?? []).settled > 0)
  const [ofMonths, ofProcedures] = [hideColumns(months.map((month) => byMonth.get(month) ?? [])), hideColumns(shown.map(({ id }) => byProcedure.get(id)!))]
  const raters = ratersOf(counters)
  return {
    year, years: [...years], asOf, received: { online: online!, counter: counter!, post: post! }, settled: { early: early!, onTime: onTime!, late: late! },
    total: { received: hideOne(total.received), settled: hideOne(total.settled), late: late! }, open: hideOne(openOf(addOpen(open.values()))),
    months: months.map((month, i) => ({ month, figures: ofMonths[i]! })),
    procedures: shown.map(({ id, name, 'x-i18n': translations }, i) => {
      const time = timeOf(recentOf.get(id) ?? [], fewestMeasured)
      return { id, name, ...(translations && { 'x-i18n': translations }), figures: ofProcedures[i]!, ...(time && { time }) }
    }).sort((a, b) => (b.figures.received ?? 0) - (a.figures.received ?? 0)),
    raters: raters < fewestMeasured ? 0 : raters,
    ratings: raters < fewestMeasured ? [] : ratingsOf(counters, indicators).map(({ id, marks }) => ({ id, shares: marks.map((n) => Math.round(percent(n, marks.reduce((sum, each) => sum + each, 0)) ?? 0)) })),
  }
}
