// What statistics are counted in: so many of one kind, in one month, of one procedure. A counter says nothing of a single
// dossier, and sums of counters do not depend on the order in which they came.

/** Filed by channel, ended by outcome and promptness, the office's hours, work of a unit or an officer, contacts with the applicant, ratings. */
export type CounterKind = 'received' | 'ended' | 'hours' | 'unit' | 'officer' | 'contacts' | 'rating'

export interface Counter {
  /** YYYY-MM in Vietnam. */
  month: string
  procedureId: string
  kind: CounterKind
  /** Of what: a channel, an outcome, a unit, an officer, an indicator. */
  part: string
  /** How: a promptness, an upper bound of hours, a number of contacts, a mark. */
  detail: string
  by: number
}

export const counterKey = ({ month, procedureId, kind, part, detail }: Omit<Counter, 'by'>): string => [month, procedureId, kind, part, detail].join('\n')

/** One counter for each key, in the order of the keys; those that came to nothing are left out. */
export const sumCounters = (counters: readonly Counter[]): Counter[] => {
  const sums = new Map<string, Counter>()
  for (const counter of counters) {
    const key = counterKey(counter)
    const sum = sums.get(key)
    sums.set(key, sum ? { ...sum, by: sum.by + counter.by } : counter)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum).filter(({ by }) => by !== 0)
}
