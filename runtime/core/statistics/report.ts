// The report for those who answer for an office: made of counters and of what is open now, for one period, one procedure or office.
import type { DossierFigures, OpenCounts, PromptnessCounts, StatisticsReport, Translations, WorkerFigures } from '#schemas/generated/types.ts'
import type { Counter } from './counter.ts'
import { figuresOf, groupBy, promptnessOfAll, ratersOf, ratingsOf, receivedOf, settledOf, timeOf } from './figures.ts'
import { promptnessScore, serviceScores } from './scores.ts'

/** A procedure as statistics know it. */
export interface KnownProcedure {
  id: string
  name: string
  'x-i18n'?: Translations
  /** Where its dossiers are received. */
  office: string
  agency: string
  agencyCode: string
}

/** Open dossiers of one procedure. */
export type OpenOf = ReadonlyMap<string, OpenCounts>

export interface ReportFacts {
  from: string
  to: string
  asOf: string
  /** Those of the period, and of the procedures that are asked for. */
  counters: readonly Counter[]
  open: OpenOf
  procedures: readonly KnownProcedure[]
  /** All that may be asked for. */
  known: readonly KnownProcedure[]
  nameOfOfficer: (id: string) => string
  indicators: readonly string[]
}

const nothingOpen: OpenCounts = { within: 0, over: 0, supplement: 0, payment: 0, otherwisePaused: 0 }

export const addOpen = (all: Iterable<OpenCounts>): OpenCounts => [...all].reduce((sum, each) => ({
  within: sum.within + each.within, over: sum.over + each.over, supplement: sum.supplement + each.supplement, payment: sum.payment + each.payment, otherwisePaused: sum.otherwisePaused + each.otherwisePaused,
}), nothingOpen)

export const openOf = ({ within, over, supplement, payment, otherwisePaused }: OpenCounts): number => within + over + supplement + payment + otherwisePaused

const isEmpty = (figures: DossierFigures): boolean => receivedOf(figures) + settledOf(figures) + figures.withdrawn + figures.stopped === 0

const finished = ({ early, onTime, late, untimed }: PromptnessCounts): number => early + onTime + late + untimed

const workers = (counters: readonly Counter[], kind: 'unit' | 'officer', nameOf: (id: string) => string): WorkerFigures[] =>
  [...groupBy(counters.filter((counter) => counter.kind === kind), ({ part }) => part)].map(([id, own]) => {
    const steps = promptnessOfAll(own)
    const found = promptnessScore(steps)
    return { id, name: nameOf(id), steps, ...(found && { score: found.score }) }
  }).sort((a, b) => finished(b.steps) - finished(a.steps) || (a.name < b.name ? -1 : 1))

/** Every month from one to another, both included. */
export const monthsBetween = (from: string, to: string): string[] => {
  const [index, last] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1) as [number, number]
  return Array.from({ length: Math.max(0, last - index + 1) }, (_, i) => `${Math.floor((index + i) / 12)}-${String(((index + i) % 12) + 1).padStart(2, '0')}`)
}

export const makeReport = ({ from, to, asOf, counters, open, procedures, known, nameOfOfficer, indicators }: ReportFacts): StatisticsReport => {
  const total = figuresOf(counters)
  const byMonth = groupBy(counters, ({ month }) => month)
  const byProcedure = groupBy(counters, ({ procedureId }) => procedureId)
  const ratings = ratingsOf(counters, indicators)
  const time = timeOf(counters, 1)
  return {
    from, to, asOf, total, open: addOpen(procedures.map(({ id }) => open.get(id) ?? nothingOpen)), ...(time && { time }),
    months: monthsBetween(from, to).map((month) => ({ month, figures: figuresOf(byMonth.get(month) ?? []) })),
    procedures: procedures.flatMap(({ id, name, 'x-i18n': translations }) => {
      const own = byProcedure.get(id) ?? []
      const [figures, inHand, ownTime] = [figuresOf(own), open.get(id) ?? nothingOpen, timeOf(own, 1)]
      return isEmpty(figures) && openOf(inHand) === 0 ? [] : [{ id, name, ...(translations && { 'x-i18n': translations }), figures, open: inHand, ...(ownTime && { time: ownTime }) }]
    }).sort((a, b) => receivedOf(b.figures) - receivedOf(a.figures)),
    units: workers(counters, 'unit', (id) => id), officers: workers(counters, 'officer', nameOfOfficer),
    raters: ratersOf(counters), ratings, scores: serviceScores(counters, total, promptnessOfAll(counters.filter(({ kind }) => kind === 'unit')), ratings),
    offices: [...new Set(known.map(({ office }) => office))].sort(), choices: known.map(({ id, name, 'x-i18n': translations }) => ({ id, name, ...(translations && { 'x-i18n': translations }) })),
  }
}
