// Running numbers for dossier codes. A number is never given twice; one that is lost with a failed filing is a gap.
import type { Database } from './database.ts'

/** Takes the next numbers of a series at once; the last of them is the answer. */
const advance = 'INSERT INTO dossier_sequence (key, n) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET n = dossier_sequence.n + excluded.n RETURNING n'

interface Series {
  /** Whoever came while numbers were being taken: they share the next taking. */
  next: Promise<number> | undefined
  /** The place of whoever comes next among them. */
  places: number
  now: Promise<unknown>
}

const seriesOf = new WeakMap<Database, Map<string, Series>>()

const keepSeries = (database: Database, key: string): Series => {
  const all = seriesOf.get(database) ?? new Map<string, Series>()
  seriesOf.set(database, all)
  const series = all.get(key) ?? { next: undefined, places: 0, now: Promise.resolve() }
  all.set(key, series)
  return series
}

/** The number before the first of those that are taken. */
const take = async (database: Database, key: string, series: Series): Promise<number> => {
  await series.now
  const count = series.places
  series.next = undefined
  series.places = 0
  const taken = database.commit([{ sql: advance, parameters: [key, count] }])
  series.now = taken.catch(() => undefined)
  const [result] = await taken
  // A series is a day of an agency: those of days gone by are forgotten.
  if (!series.next) seriesOf.get(database)?.delete(key)
  return Number(result?.rows[0]?.n) - count
}

/** The next number of a series, from 1. On its own commit, which all who wait for one of the same series share. */
export const takeNumber = async (database: Database, key: string): Promise<number> => {
  const series = keepSeries(database, key)
  series.next ??= take(database, key, series)
  const place = ++series.places
  return await series.next + place
}
