import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { takeNumber } from '../../../server/db/sequence.ts'
import { ConflictError, type Write } from '../../../server/db/unit-of-work.ts'
import { openDatabaseOn, type Engine, type OpenedDatabase } from '../../support/databases.ts'

const insert = (key: string, n = 1): Write => ({ sql: 'INSERT INTO dossier_sequence (key, n) VALUES (?, ?)', parameters: [key, n] })
const step = (key: string, from: number): Write => ({ sql: 'UPDATE dossier_sequence SET n = ? WHERE key = ? AND n = ?', parameters: [from + 1, key, from], expect: 1 })

describe.each<Engine>(['sqlite', 'postgres'])('a unit of work on %s', (engine) => {
  let opened: OpenedDatabase
  let database: Database

  beforeAll(async () => {
    opened = await openDatabaseOn(engine)
    database = opened.database
  })
  afterAll(() => opened.close())

  const numberOf = async (key: string): Promise<number | undefined> =>
    (await database.read<{ n: number }>('SELECT n FROM dossier_sequence WHERE key = ?', [key]))[0]?.n

  it('stores all of its writes, and says how many rows each changed', async () => {
    const results = await database.commit([insert('all-1'), insert('all-2'), { sql: `UPDATE dossier_sequence SET n = 7 WHERE key LIKE 'all-%'`, parameters: [] }])
    expect(results.map((result) => result.changes)).toEqual([1, 1, 2])
    expect(await numberOf('all-2')).toBe(7)
  })

  it('gives back what RETURNING asks for', async () => {
    const [result] = await database.commit([{ sql: 'INSERT INTO dossier_sequence (key, n) VALUES (?, ?) RETURNING n + 1 AS next', parameters: ['returning', 41] }])
    expect(result?.rows).toEqual([{ next: 42 }])
  })

  it('stores nothing when a write changes another number of rows than expected', async () => {
    const failed = database.commit([insert('expect'), { ...step('nobody', 1), conflict: 'stale' }])
    await expect(failed).rejects.toMatchObject({ name: 'ConflictError', index: 1, conflict: 'stale' })
    expect(await numberOf('expect')).toBeUndefined()
  })

  it('stores nothing when a unique value is taken, and says which write met it', async () => {
    await database.commit([insert('taken')])
    const failed = database.commit([insert('before-taken'), { ...insert('taken', 2), conflict: 'request-in-progress' }])
    await expect(failed).rejects.toMatchObject({ index: 1, conflict: 'request-in-progress' })
    expect(await numberOf('before-taken')).toBeUndefined()
    expect(await numberOf('taken')).toBe(1)
  })

  it('calls a reference to what is gone a conflict', async () => {
    const body: Write = { sql: 'INSERT INTO dossier_body (dossier_id, body) VALUES (?, ?)', parameters: ['no such dossier', '{}'] }
    await expect(database.commit([body])).rejects.toBeInstanceOf(ConflictError)
  })

  it('does not take a fault of ours for a conflict', async () => {
    const failed = database.commit([insert('broken'), { sql: 'INSERT INTO nowhere (x) VALUES (?)', parameters: [1] }])
    await expect(failed).rejects.not.toBeInstanceOf(ConflictError)
    expect(await numberOf('broken')).toBeUndefined()
  })

  it('keeps units apart that are sent at once: those that fail take nobody with them', async () => {
    await database.commit([insert('shared')])
    const units = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? [insert(`mixed-${i}`), insert('shared')] : [insert(`mixed-${i}`)]))

    const settled = await Promise.allSettled(units.map((writes) => database.commit(writes)))

    expect(settled.map((each) => each.status === 'fulfilled')).toEqual(units.map((writes) => writes.length === 1))
    const stored = await database.read<{ key: string }>(`SELECT key FROM dossier_sequence WHERE key LIKE 'mixed-%'`)
    expect(stored.map(({ key }) => key).sort()).toEqual(units.flatMap((_, i) => (i % 3 === 0 ? [] : [`mixed-${i}`])).sort())
  })

  it('lets exactly one of many win the same step', async () => {
    await database.commit([insert('race', 1)])
    const settled = await Promise.allSettled(Array.from({ length: 50 }, () => database.commit([step('race', 1)])))
    expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await numberOf('race')).toBe(2)
  })

  it('gives every number of a series once', async () => {
    const numbers = await Promise.all(Array.from({ length: 100 }, () => takeNumber(database, 'series')))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  })

  it('gives numbers to all who wait at once, series by series, and goes on after a failure', async () => {
    let units = 0
    let fails = false
    const counted: Database = { ...database, commit: (writes) => { units += 1; return fails ? Promise.reject(new Error('no disk')) : database.commit(writes) } }
    const some = (key: string) => Array.from({ length: 50 }, () => takeNumber(counted, key))
    const [first, second] = await Promise.all([Promise.all(some('many')), Promise.all(some('others'))])
    expect([new Set(first).size, Math.max(...first), new Set(second).size, Math.max(...second), units]).toEqual([50, 50, 50, 50, 2])
    fails = true
    expect((await Promise.allSettled(some('many'))).map(({ status }) => status)).toEqual(Array(50).fill('rejected'))
    fails = false
    expect(await takeNumber(counted, 'many')).toBe(51)
  })

  it('is visible to whoever reads after it was acknowledged', async () => {
    for (let i = 0; i < 50; i++) {
      await database.commit([insert(`fresh-${i}`)])
      expect(await numberOf(`fresh-${i}`)).toBe(1)
    }
  })

  it('keeps documents letter by letter', async () => {
    const document = '{"z":1,"a":"Nguyễn – “ơ” \\u0041","n":1.50,"tiếng":"😀"}'
    await database.commit([{
      sql: 'INSERT INTO outbox (id, dossier_id, kind, payload, state, attempts, next_at, created_at) VALUES (?, NULL, ?, ?, ?, 0, ?, ?)',
      parameters: ['letters', 'notify', document, 'done', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    }])
    expect((await database.read<{ payload: string }>('SELECT payload FROM outbox WHERE id = ?', ['letters']))[0]?.payload).toBe(document)
  })

  it('serves the query builder for reading and for single writes', async () => {
    await database.query.insertInto('unit').values({ id: 'phong', parent_id: null, name: 'Phòng', name_en: null, calendar_id: null, place: 0 }).execute()
    const changed = await database.query.updateTable('unit').set({ name: 'Phòng chuyên môn' }).where('id', '=', 'phong').executeTakeFirst()
    expect(changed.numUpdatedRows).toBe(1n)
    expect(await database.query.selectFrom('unit').select('name').where('id', '=', 'phong').execute()).toEqual([{ name: 'Phòng chuyên môn' }])
  })

  it('lets nobody change or remove a published revision', async () => {
    const at = '2026-01-01T00:00:00Z'
    await database.commit([
      { sql: `INSERT INTO procedure (id, code, name, draft, draft_version, draft_saved_at, draft_saved_by, created_at, created_by) VALUES (?, '1', 'A', '{}', 1, ?, 'x', ?, 'x')`, parameters: ['p1', at, at] },
      { sql: `INSERT INTO revision (hash, procedure_id, document, schema, validator, published_at, published_by) VALUES ('h', 'p1', '{}', '{}', '{}', ?, 'x')`, parameters: [at] },
    ])
    await expect(database.commit([{ sql: `UPDATE revision SET document = '{"a":1}'`, parameters: [] }])).rejects.toThrow()
    await expect(database.commit([{ sql: 'DELETE FROM revision', parameters: [] }])).rejects.toThrow()
    expect(await database.read('SELECT document FROM revision')).toEqual([{ document: '{}' }])
  })
})
