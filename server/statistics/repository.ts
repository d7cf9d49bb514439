// Counters as rows. What is counted is only noted down with what happened, a row each, so that nobody waits for a counter that
// many want; add-up.ts brings the notes into the counters.
import { sumCounters, type Counter, type CounterKind } from '#core/statistics/counter.ts'
import type { OpenOf } from '#core/statistics/report.ts'
import type { OpenCounts } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { StatisticChangeTable, StatisticTable } from '../db/statistics-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

const note = 'INSERT INTO statistic_change (month, procedure_id, kind, part, detail, "by") VALUES (?, ?, ?, ?, ?, ?)'
const add = `INSERT INTO statistic (month, procedure_id, kind, part, detail, n) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (kind, month, procedure_id, part, detail) DO UPDATE SET n = statistic.n + excluded.n`

const values = ({ month, procedureId, kind, part, detail, by }: Counter): unknown[] => [month, procedureId, kind, part, detail, by]

/** Notes for the unit of work of what is counted. */
export const countWrites = (counters: readonly Counter[]): Write[] => counters.map((counter) => ({ sql: note, parameters: values(counter), expect: 1 }))

/** Into the counters themselves, in one order, so that two who do it at once wait for each other. */
export const addWrites = (counters: readonly Counter[]): Write[] => sumCounters(counters).map((counter) => ({ sql: add, parameters: values(counter), expect: 1 }))

type Row = Omit<StatisticTable, 'n'>

const toCounter = ({ month, procedure_id, kind, part, detail }: Row, by: number | string): Counter => ({ month, procedureId: procedure_id, kind: kind as Counter['kind'], part, detail, by: Number(by) })

const selectChanges = 'SELECT * FROM statistic_change ORDER BY n LIMIT ?'

export const listChanges = async (database: Database, most: number): Promise<{ n: number; counter: Counter }[]> =>
  (await database.read<StatisticChangeTable>(selectChanges, [most])).map((row) => ({ n: Number(row.n), counter: toCounter(row, row.by) }))

/** Whoever removed one of them before has counted it: then nothing of the unit is stored. */
export const removeChange = (n: number): Write => ({ sql: 'DELETE FROM statistic_change WHERE n = ?', parameters: [n], expect: 1 })

/** Which counters of a period are added up over what: reports need months of some kinds, procedures of others, neither of the rest. */
const scopes: Record<'kept' | 'byProcedure' | 'inAll', (kinds: string, procedures: string) => string> = {
  kept: (kinds, procedures) => `SELECT month, procedure_id, kind, part, detail, n FROM statistic WHERE kind IN (${kinds}) AND month >= ? AND month <= ?${procedures}`,
  byProcedure: (kinds, procedures) => `SELECT '' AS month, procedure_id, kind, part, detail, sum(n) AS n FROM statistic WHERE kind IN (${kinds}) AND month >= ? AND month <= ?${procedures} GROUP BY procedure_id, kind, part, detail`,
  inAll: (kinds, procedures) => `SELECT '' AS month, '' AS procedure_id, kind, part, detail, sum(n) AS n FROM statistic WHERE kind IN (${kinds}) AND month >= ? AND month <= ?${procedures} GROUP BY kind, part, detail`,
}

export interface Period {
  from: string
  to: string
  /** Of these procedures only. */
  procedures?: readonly string[]
}

export type Scope = keyof typeof scopes

export const readCounters = async (database: Database, scope: Scope, kinds: readonly CounterKind[], { from, to, procedures }: Period): Promise<Counter[]> => {
  const only = procedures === undefined ? '' : ` AND procedure_id IN (${['NULL', ...procedures.map(() => '?')].join(', ')})`
  const rows = await database.read<StatisticTable>(scopes[scope](kinds.map(() => '?').join(', '), only), [...kinds, from, to, ...procedures ?? []])
  return rows.map((row) => toCounter(row, row.n))
}

export const firstMonth = async (database: Database): Promise<string | undefined> =>
  (await database.read<{ month: string | null }>('SELECT min(month) AS month FROM statistic'))[0]?.month ?? undefined

interface OpenRow {
  procedure_id: string
  public_status: string | null
  paused: number
  over: number
  n: number | string
}

const selectOpen = `SELECT procedure_id, public_status, CASE WHEN paused_at IS NULL THEN 0 ELSE 1 END AS paused, CASE WHEN due_at < ? THEN 1 ELSE 0 END AS over, count(*) AS n
  FROM dossier WHERE state = 'open' GROUP BY 1, 2, 3, 4`

const standingOf = ({ public_status, paused, over }: OpenRow): keyof OpenCounts => {
  if (Number(paused) === 0) return Number(over) === 1 ? 'over' : 'within'
  return public_status === 'supplement' || public_status === 'payment' ? public_status : 'otherwisePaused'
}

/** What is in hand, by procedure. A clock that stands still is never over its time. */
export const readOpen = async (database: Database, now: string): Promise<OpenOf> => {
  const found = new Map<string, OpenCounts>()
  for (const row of await database.read<OpenRow>(selectOpen, [now])) {
    const counts = found.get(row.procedure_id) ?? { within: 0, over: 0, supplement: 0, payment: 0, otherwisePaused: 0 }
    counts[standingOf(row)] += Number(row.n)
    found.set(row.procedure_id, counts)
  }
  return found
}
