// Counts the dossiers of a filled database as the product would have counted them as they happened: from their headers, with
// hours, units, officers and ratings spread as in real offices, because a filled database has no audit trail.
import Sqlite from 'better-sqlite3'
import { sumCounters, type Counter } from '#core/statistics/counter.ts'
import { unitOf } from '#core/statistics/count-events.ts'
import { boundOf } from '#core/statistics/office-time.ts'
import { promptnessOf } from '#core/statistics/promptness.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Procedure } from '#schemas/generated/types.ts'

interface Header {
  procedure_id: string
  channel: string
  state: string
  outcome: string | null
  submitted_at: string
  due_at: string | null
  ended_at: string | null
}

const marks = ['thoiGian', 'soCoQuan', 'soLanLienHe', 'congKhai', 'thaiDo', 'dungLuat', 'phanAnh', 'trucTuyen', 'noiDungKhac']

/** The same for the same dossier, between 0 and 1. */
const spread = (n: number, salt: number): number => ((Math.imul(n + salt * 7919, 2654435761) >>> 0) % 1000) / 1000

const countOne = (header: Header, n: number, units: readonly string[], officers: readonly string[]): Counter[] => {
  const { procedure_id: procedureId, channel, submitted_at, ended_at, due_at, outcome } = header
  const received: Counter = { month: vietnamDate(submitted_at).slice(0, 7), procedureId, kind: 'received', part: channel, detail: '', by: 1 }
  if (header.state !== 'ended' || ended_at === null) return [received]
  const month = vietnamDate(ended_at).slice(0, 7)
  const count = (kind: Counter['kind'], part: string, detail: string): Counter => ({ month, procedureId, kind, part, detail, by: 1 })
  const isDecided = outcome === 'granted' || outcome === 'refused'
  const prompt = (salt: number): string => (spread(n, salt) < 0.06 ? 'late' : spread(n, salt) < 0.4 ? 'onTime' : 'early')
  return [
    received, count('ended', outcome ?? 'stopped', isDecided ? (due_at === null ? prompt(1) : promptnessOf(ended_at, due_at)) : ''), count('contacts', '', String(Math.floor(spread(n, 2) ** 3 * 3))),
    ...(isDecided ? [count('hours', '', String(boundOf(2 + spread(n, 3) ** 2 * 120)))] : []),
    ...units.map((unit, i) => count('unit', unit, prompt(10 + i))), ...units.map((_unit, i) => count('officer', officers[i % officers.length]!, prompt(10 + i))),
    ...(n % 9 === 0 ? [count('rating', '', ''), ...marks.map((mark, i) => count('rating', mark, spread(n, 30 + i) < 0.8 ? '2' : spread(n, 30 + i) < 0.95 ? '1' : '0'))] : []),
  ]
}

/** Gives how many counters there are. */
export const fillStatistics = (file: string): number => {
  const connection = new Sqlite(file)
  connection.pragma('synchronous = OFF')
  const units = new Map((connection.prepare('SELECT procedure_id AS id, document FROM revision').all() as { id: string; document: string }[]).map(({ id, document }) => {
    const { workflow } = JSON.parse(document) as Procedure
    return [id, (workflow?.steps ?? []).filter(({ kind }) => kind === 'task').map((step) => unitOf(workflow!, step.id)!)]
  }))
  const officers = (connection.prepare(`SELECT "id" FROM "user" WHERE "roles" NOT LIKE '%applicant%'`).all() as { id: string }[]).map(({ id }) => id)
  let sums: Counter[] = []
  let waiting: Counter[] = []
  let n = 0
  for (const row of connection.prepare(`SELECT procedure_id, channel, state, outcome, submitted_at, due_at, ended_at FROM dossier WHERE state <> 'draft'`).iterate()) {
    const header = row as Header
    waiting.push(...countOne(header, n++, units.get(header.procedure_id) ?? [], officers))
    if (waiting.length > 300_000) [sums, waiting] = [sumCounters([...sums, ...waiting]), []]
  }
  sums = sumCounters([...sums, ...waiting])
  const insert = connection.prepare('INSERT INTO statistic (month, procedure_id, kind, part, detail, n) VALUES (?, ?, ?, ?, ?, ?)')
  connection.transaction(() => {
    for (const { month, procedureId, kind, part, detail, by } of sums) insert.run(month, procedureId, kind, part, detail, by)
  })()
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  return sums.length
}
