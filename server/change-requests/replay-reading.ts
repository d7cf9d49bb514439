// Reads those whom a change meets, a slice at a time: drafts, open dossiers, and what was decided within the last year.
import { vietnamDate } from '#core/text/format.ts'
import type { Database } from '../db/database.ts'
import type { DossierTable } from '../db/tables.ts'
import { limits } from '../limits.ts'
import type { ToReplay } from './replay-worker.ts'

export const replayGroups = ['drafts', 'open', 'decided'] as const
export type ReplayGroup = (typeof replayGroups)[number]

const states: Record<ReplayGroup, DossierTable['state']> = { drafts: 'draft', open: 'open', decided: 'ended' }
const most: Record<ReplayGroup, number> = { drafts: Infinity, open: Infinity, decided: limits.replayDecided }

/** Of those that ended, the ones that were decided lately. */
const counts = `(state <> 'ended' OR (ended_at >= ? AND outcome IN ('granted', 'refused')))`

const selectSlice = `SELECT d.id, d.revision, d.step, d.submitted_at, b.body
  FROM (SELECT id, revision, step, submitted_at, state, ended_at, outcome FROM dossier WHERE procedure_id = ? AND state = ? AND id > ? ORDER BY id LIMIT ?) d
  LEFT JOIN dossier_body b ON b.dossier_id = d.id AND ${counts} ORDER BY d.id`

const since = (now: string): string => new Date(Date.parse(now) - limits.replayDecidedMs).toISOString()

export const countGroup = async (database: Database, procedureId: string, of: ReplayGroup, now: string): Promise<number> => {
  const [row] = await database.read<{ n: number | string }>(`SELECT COUNT(*) AS n FROM dossier WHERE procedure_id = ? AND state = ? AND ${counts}`, [procedureId, states[of], since(now)])
  return Math.min(Number(row?.n ?? 0), most[of])
}

type Row = Pick<DossierTable, 'id' | 'revision' | 'step' | 'submitted_at'> & { body: string | null }

const toReplay = ({ id, revision, step, submitted_at, body }: Row, today: string): ToReplay[] =>
  (body === null ? [] : [{ id, revision, body, day: submitted_at === null ? today : vietnamDate(submitted_at), ...(step !== null && { step }) }])

/** Drafts are judged by today, what was filed by the day of its filing. */
export async function* readGroup(database: Database, procedureId: string, of: ReplayGroup, now: string): AsyncGenerator<ToReplay[]> {
  let read = 0
  for (let after = ''; read < most[of];) {
    const rows = await database.read<Row>(selectSlice, [procedureId, states[of], after, limits.replaySlice, since(now)])
    const slice = rows.flatMap((row) => toReplay(row, vietnamDate(now)))
    read += slice.length
    if (slice.length > 0) yield slice
    if (rows.length < limits.replaySlice) return
    after = rows.at(-1)!.id
  }
}
