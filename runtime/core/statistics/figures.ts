// Counters added up to the figures of a report: what came in by which way, what was done how promptly, with which outcome.
import type { DossierFigures, OfficeTime, PromptnessCounts, RatingCounts } from '#schemas/generated/types.ts'
import type { Counter, CounterKind } from './counter.ts'
import { officeTime } from './office-time.ts'
import { promptnesses } from './promptness.ts'

const outcomes = ['granted', 'refused', 'withdrawn', 'stopped'] as const
const channels = ['online', 'counter', 'post'] as const

const total = (counters: readonly Counter[]): number => counters.reduce((sum, { by }) => sum + by, 0)
const ofKind = (counters: readonly Counter[], kind: CounterKind): Counter[] => counters.filter((counter) => counter.kind === kind)

const countBy = <Name extends string>(names: readonly Name[], counters: readonly Counter[], key: 'part' | 'detail'): Record<Name, number> => {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  for (const counter of counters) if (Object.hasOwn(counts, counter[key])) counts[counter[key] as Name] += counter.by
  return counts
}

export const promptnessOfAll = (counters: readonly Counter[]): PromptnessCounts => countBy(promptnesses, counters, 'detail')

export const figuresOf = (counters: readonly Counter[]): DossierFigures => {
  const ended = ofKind(counters, 'ended')
  return { received: countBy(channels, ofKind(counters, 'received'), 'part'), settled: promptnessOfAll(ended), ...countBy(outcomes, ended, 'part') }
}

/** Grouped by a property, each group in the order of its first counter. */
export const groupBy = (counters: readonly Counter[], keyOf: (counter: Counter) => string): Map<string, Counter[]> => {
  const groups = new Map<string, Counter[]>()
  for (const counter of counters) {
    const group = groups.get(keyOf(counter))
    if (group) group.push(counter)
    else groups.set(keyOf(counter), [counter])
  }
  return groups
}

export const timeOf = (counters: readonly Counter[], fewest: number): OfficeTime | undefined => {
  const classes = new Map<number, number>()
  for (const { detail, by } of ofKind(counters, 'hours')) classes.set(Number(detail), (classes.get(Number(detail)) ?? 0) + by)
  return officeTime(classes, fewest)
}

export const ratersOf = (counters: readonly Counter[]): number => total(ofKind(counters, 'rating').filter(({ part }) => part === ''))

/** In the order of `indicators`; marks other than 0, 1 and 2 are none. */
export const ratingsOf = (counters: readonly Counter[], indicators: readonly string[]): RatingCounts[] => {
  const byIndicator = groupBy(ofKind(counters, 'rating'), ({ part }) => part)
  return indicators.map((id) => {
    const marks = countBy(['0', '1', '2'], byIndicator.get(id) ?? [], 'detail')
    return { id, marks: [marks['0'], marks['1'], marks['2']] }
  })
}

export const receivedOf = ({ received: { online, counter, post } }: DossierFigures): number => online + counter + post
export const settledOf = ({ settled: { early, onTime, late, untimed } }: DossierFigures): number => early + onTime + late + untimed
/** Given back without a decision. */
export const returnedOf = ({ withdrawn, stopped }: DossierFigures): number => withdrawn + stopped

/** Per cent, undefined of nothing. */
export const percent = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10)

/** Of what had a time limit, the part that kept it. */
export const onTimeShare = ({ early, onTime, late }: PromptnessCounts): number | undefined => percent(early + onTime, early + onTime + late)
export const onlineShare = (figures: DossierFigures): number | undefined => percent(figures.received.online, receivedOf(figures))
