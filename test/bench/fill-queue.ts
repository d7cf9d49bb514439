// Fills an SQLite database of the product with as many dossiers as a province has, straight into its tables: nine in ten have
// ended (fewer in a small office, so that its queue fills a page too), the others stand in the steps of the gallery's procedures,
// with names, codes, days and words spread as in real offices.
import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { foldText } from '#core/text/format.ts'
import { searchWords } from '#core/dossier/search-words.ts'
import type { Dossier, Procedure } from '#schemas/generated/types.ts'
import { placeOf, taskColumns } from '../../server/tasks/task-rows.ts'

const day = 86_400_000
const families = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const middles = ['Văn', 'Văn', 'Văn', 'Thị', 'Thị', 'Thị', 'Hữu', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Quang', 'Xuân', 'Thu']
const givens = ['An', 'Anh', 'Bình', 'Châu', 'Chi', 'Cường', 'Dung', 'Dũng', 'Đạt', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hoa', 'Hùng', 'Hương', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Tú', 'Uyên', 'Vy', 'Yến']

/** The same numbers in every run. */
const createChance = (): ((below: number) => number) => {
  let state = 20261121
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Published {
  id: string
  hash: string
  procedure: Procedure
}

interface Made {
  dossier: Dossier
  role: string | null
  words: string
}

const createMaker = (published: readonly Published[], officers: readonly string[], now: number, count: number) => {
  const chance = createChance()
  const pick = <T>(all: readonly T[]): T => all[chance(all.length)]!
  const openOfRecent = Math.max(1 / 3, Math.min(1, 1000 / count))
  return (i: number): Made & { assignee: string | null } => {
    const { id: procedureId, hash, procedure } = published[Math.min(chance(published.length), chance(published.length))]!
    const steps = procedure.workflow!.steps
    const isOpen = i >= count * 0.7 && chance(1000) < openOfRecent * 1000
    const step = pick(steps.filter(({ kind }) => (isOpen ? kind === 'task' : kind === 'end')))
    const at = now - Math.floor(((count - i) / count) * 1000 * day)
    const submittedAt = new Date(isOpen ? now - chance(30 * day) : at).toISOString()
    const dueAt = new Date(now + (chance(40) - 4) * day - chance(8) * 3_600_000).toISOString()
    const applicantName = `${pick(families)} ${pick(middles)} ${pick(givens)}`
    const code = `H99-${submittedAt.slice(2, 10).replaceAll('-', '')}-${String(i).padStart(6, '0')}`
    const channel = chance(10) < 6 ? 'online' : chance(20) === 0 ? 'post' : 'counter'
    const answers = { name: applicantName }
    const dossier: Dossier = {
      id: randomUUID(), procedureId, revision: hash, applicantId: `citizen-${chance(count)}`, applicantName, channel, state: isOpen ? 'open' : 'ended', answers, records: {}, version: 3, code, step: step.id,
      publicStatus: step.publicStatus, submittedAt, enteredAt: submittedAt, ...(isOpen ? { dueAt, stepDueAt: dueAt } : { endedAt: submittedAt, outcome: step.outcome ?? 'granted' }),
    }
    return { dossier, role: step.by?.role ?? null, words: searchWords(dossier, procedure, undefined), assignee: isOpen && chance(2) === 0 ? pick(officers) : null }
  }
}

type Insert = (...values: unknown[]) => void

const columns = [
  'id', 'code', 'procedure_id', 'revision', 'applicant_id', 'applicant_name', 'applicant_folded', 'channel', 'state', 'step', 'role', 'public_status', 'outcome', 'submitted_at', 'entered_at', 'due_at',
  'step_due_at', 'ended_at', 'version', 'updated_at',
]

const prepare = (connection: Sqlite.Database, table: string, names: readonly string[]): Insert => {
  const statement = connection.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  return (...values) => void statement.run(...values.map((value) => value ?? null))
}

const write = (connection: Sqlite.Database, make: ReturnType<typeof createMaker>, count: number): void => {
  const header = prepare(connection, 'dossier', columns)
  const body = prepare(connection, 'dossier_body', ['dossier_id', 'body'])
  const task = prepare(connection, 'task', taskColumns)
  const entry = prepare(connection, 'search_entry', ['n', 'dossier_id', 'words', 'indexed'])
  const index = prepare(connection, 'search_words', ['rowid', 'words'])
  for (let i = 1; i <= count; i++) {
    const { dossier: d, role, words, assignee } = make(i)
    header(d.id, d.code, d.procedureId, d.revision, d.applicantId, d.applicantName, foldText(d.applicantName!), d.channel, d.state, d.step, role, d.publicStatus, d.outcome, d.submittedAt, d.enteredAt, d.dueAt, d.stepDueAt, d.endedAt, d.version, d.submittedAt)
    body(d.id, JSON.stringify({ answers: d.answers, records: {} }))
    if (d.state === 'open') task(d.id, 'step', '', role ?? '', '', '', placeOf(d.dueAt, d.channel), d.procedureId, d.step, d.channel, d.submittedAt, assignee, assignee && 'Cán bộ')
    entry(i, d.id, words, 1)
    index(i, words)
  }
}

export const fillQueue = (file: string, count: number, now: number): void => {
  const connection = new Sqlite(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'cache_size = -400000', 'foreign_keys = OFF', 'temp_store = MEMORY']) connection.pragma(pragma)
  const published = (connection.prepare('SELECT procedure_id AS id, hash, document FROM revision').all() as { id: string; hash: string; document: string }[])
    .map(({ id, hash, document }): Published => ({ id, hash, procedure: JSON.parse(document) as Procedure })).filter(({ procedure }) => procedure.workflow)
  const officers = (connection.prepare(`SELECT "id" FROM "user" WHERE "roles" NOT LIKE '%applicant%'`).all() as { id: string }[]).map(({ id }) => id)
  // Indexes are built once over all rows: a tenth of the time.
  const indexes = connection.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('dossier', 'task', 'search_entry')`).all() as { name: string; sql: string }[]
  for (const { name } of indexes) connection.exec(`DROP INDEX ${name}`)
  connection.exec('BEGIN')
  write(connection, createMaker(published, officers, now, count), count)
  connection.exec('COMMIT')
  for (const { sql } of indexes) connection.exec(sql)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
}
