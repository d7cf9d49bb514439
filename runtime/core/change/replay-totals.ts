// Adds up what a change would do to many people: how many, by question and reason, what they would owe and which way they would
// go. Counts only: nothing in them tells whose answers they were.
import type { Replayed, ReplayReason, ReplayVerdict } from './replay.ts'

export interface CountedReason extends ReplayReason {
  count: number
}

export interface CountedRoute {
  before: string[]
  after: string[]
  count: number
}

export interface ReplayTotals {
  replayed: number
  verdicts: Record<ReplayVerdict, number>
  /** By question: how many people. */
  questions: { path: string; count: number }[]
  /** The most frequent first. */
  reasons: CountedReason[]
  fees: { more: number; less: number; /** Of all together, in whole đồng. */ difference: number }
  routes: CountedRoute[]
}

export const noReplays: ReplayTotals = { replayed: 0, verdicts: { same: 0, asksAgain: 0, losesData: 0 }, questions: [], reasons: [], fees: { more: 0, less: 0, difference: 0 }, routes: [] }

/** Equal ones together, the most frequent first, then in the order of their words: whoever counts in parts comes to the same. */
const tallied = <T extends { count: number }>(entries: readonly T[], keyOf: (entry: T) => string): T[] => {
  const found = new Map<string, T>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = found.get(key)
    found.set(key, known ? { ...known, count: known.count + entry.count } : entry)
  }
  return [...found].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)).map(([, entry]) => entry)
}

/** The totals of two parts: replay goes on in slices, so that progress shows and it can be stopped. */
export const mergeReplays = (a: ReplayTotals, b: ReplayTotals): ReplayTotals => ({
  replayed: a.replayed + b.replayed,
  verdicts: { same: a.verdicts.same + b.verdicts.same, asksAgain: a.verdicts.asksAgain + b.verdicts.asksAgain, losesData: a.verdicts.losesData + b.verdicts.losesData },
  questions: tallied([...a.questions, ...b.questions], ({ path }) => path),
  reasons: tallied([...a.reasons, ...b.reasons], ({ path, keyword }) => `${path}\n${keyword}`),
  fees: { more: a.fees.more + b.fees.more, less: a.fees.less + b.fees.less, difference: a.fees.difference + b.fees.difference },
  routes: tallied([...a.routes, ...b.routes], ({ before, after }) => JSON.stringify([before, after])),
})

export const addUpReplay = (replays: readonly Replayed[]): ReplayTotals => {
  const verdicts = { ...noReplays.verdicts }
  for (const { verdict } of replays) verdicts[verdict] += 1
  const differences = replays.flatMap(({ fee }) => (fee ? [fee.after - fee.before] : []))
  return mergeReplays(noReplays, {
    replayed: replays.length, verdicts,
    questions: replays.flatMap(({ questions }) => questions.map((path) => ({ path, count: 1 }))),
    reasons: replays.flatMap(({ reasons }) => reasons.map((reason) => ({ ...reason, count: 1 }))),
    fees: { more: differences.filter((each) => each > 0).length, less: differences.filter((each) => each < 0).length, difference: differences.reduce((sum, each) => sum + each, 0) },
    routes: replays.flatMap(({ route }) => (route ? [{ ...route, count: 1 }] : [])),
  })
}
