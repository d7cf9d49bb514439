import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../server/db/migrate.ts'
import * as organisation from '../../../server/db/migrations/0007-organisation.ts'
import * as changeReview from '../../../server/db/migrations/0015-change-review.ts'
import { createChangeRequestRepository } from '../../../server/change-requests/repository.ts'
import { createProcedureRepository } from '../../../server/procedures/repository.ts'
import { createCalendarRepository } from '../../../server/organisation/calendar-repository.ts'
import { accountOptions } from '../../../server/accounts/better-auth-identity.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { openDatabaseOn, type Engine, type OpenedDatabase } from '../../support/databases.ts'

describe.each<Engine>(['sqlite', 'postgres'])('migrations on %s', (engine) => {
  let opened: OpenedDatabase
  beforeAll(async () => { opened = await openDatabaseOn(engine) })
  afterAll(() => opened.close())

  it('run once, however often and however many at once they are started', async () => {
    const extra = { name: '9999-once', statements: () => [`INSERT INTO dossier_sequence (key, n) VALUES ('once', 1)`] }
    await Promise.all([migrate(opened.database, [extra]), migrate(opened.database, [extra])])
    await migrate(opened.database, [extra])
    expect(await opened.database.read(`SELECT n FROM dossier_sequence WHERE key = 'once'`)).toEqual([{ n: 1 }])
  })

  it('leave nothing of a migration that fails half way', async () => {
    const broken = { name: '9999-broken', statements: () => ['CREATE TABLE half (x INTEGER)', 'CREATE NONSENSE'] }
    await expect(migrate(opened.database, [broken])).rejects.toThrow()
    await expect(opened.database.read('SELECT * FROM half')).rejects.toThrow()
    expect(await opened.database.read(`SELECT name FROM migration WHERE name = '9999-broken'`)).toEqual([])
  })

  it('keep the days of an office as the first version of its calendar', async () => {
    const { database } = opened
    const [keepDays] = organisation.statements(engine).filter((sql) => sql.startsWith('INSERT INTO calendar_version'))
    const run = (sql: string) => database.commit([{ sql, parameters: [] }])
    await run('CREATE TABLE calendar_day (date TEXT PRIMARY KEY, kind TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL)')
    await run(keepDays!)
    expect(await createCalendarRepository(database).find('vn')).toMatchObject({ version: 0 })
    await run(`INSERT INTO calendar_day (date, kind, reason, source) VALUES ('2026-11-24', 'holiday', 'Ngày Văn hóa', 'NQ 28'), ('2026-08-22', 'working', 'Làm bù', '')`)
    await run(keepDays!)
    const stored = await createCalendarRepository(database).find('vn')
    expect(stored).toMatchObject({ version: 1, savedBy: 'Một Cửa', calendar: { utcOffsetMinutes: 420, weekend: [0, 6], hours: [{ from: '07:30', to: '11:30' }, { from: '13:00', to: '17:00' }] } })
    expect(stored!.calendar.days).toEqual([{ date: '2026-08-22', kind: 'work', reason: 'Làm bù', source: '' }, { date: '2026-11-24', kind: 'off', reason: 'Ngày Văn hóa', source: 'NQ 28' }])
    expect(stored!.savedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('keep requests of before: decided about the whole, they are decided about each part', async () => {
    const { database } = opened
    const run = (...statements: string[]) => database.commit(statements.map((sql) => ({ sql, parameters: [] })))
    const at = '2026-11-20T02:00:00.000Z'
    await database.commit([createProcedureRepository(database).insertDraft('p', buildProcedure(), 'A', at), { sql: `UPDATE procedure SET published_hash = 'base' WHERE id = 'p'`, parameters: [] }])
    await run(`CREATE TABLE earlier_change_request (id TEXT PRIMARY KEY, procedure_id TEXT, state TEXT, hash TEXT, document TEXT, comment TEXT, author_id TEXT, author TEXT, created_at TEXT,
      decided_by_id TEXT, decided_by TEXT, decided_at TEXT, verdict TEXT, decision_comment TEXT, version INTEGER)`)
    const row = (id: string, state: string, day: number, decision: string) => `INSERT INTO earlier_change_request VALUES ('${id}', 'p', '${state}', 'h', '{}', 'x', 'u', 'A', '2026-11-${day}', ${decision}, 3)`
    const approved = `'r', 'Lê "Thẩm" Định', '${at}', 'approve', 'Được'`
    const undecided = 'NULL, NULL, NULL, NULL, NULL'
    await run(row('old', 'published', 10, approved), row('raced', 'in-review', 11, undecided), row('open', 'approved', 12, approved))
    // Its own tables are there already; what keeps two from being under way comes after those of before.
    const [keeping, making] = [false, true].map((makes) => changeReview.statements(engine).filter((sql) => /^(ALTER|CREATE)/.test(sql) === makes))
    await run('DROP INDEX change_request_open', ...keeping!, making!.find((sql) => sql.includes('INDEX change_request_open'))!)
    const requests = createChangeRequestRepository(database)
    const kept = await Promise.all(['old', 'raced', 'open'].map((id) => requests.find(id)))
    expect(kept.map((each) => [each!.changeRequest.state, each!.changeRequest.base, each!.changeRequest.approvals.length, each!.version])).toEqual([['published', undefined, 4, 3], ['closed', 'base', 0, 3], ['approved', 'base', 4, 3]])
    expect(kept[2]!.changeRequest.approvals[1]).toEqual({ part: 'fees', by: 'Lê "Thẩm" Định', byId: 'r', at, hash: 'h', verdict: 'approve', comment: 'Được' })
    expect((await requests.findOpen('p'))!.changeRequest.id).toBe('open')
  })

  it('make the tables that the accounts library asks for, and nothing is missing', async () => {
    const options = accountOptions({ database: opened.database, config: { publicUrl: 'http://office.test' }, secret: 'x'.repeat(40) })
    const { toBeCreated, toBeAdded } = await getMigrations(options)
    expect([toBeCreated, toBeAdded]).toEqual([[], []])
  })
})
