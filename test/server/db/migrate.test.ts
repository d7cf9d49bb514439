import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../server/db/migrate.ts'
import { accountOptions } from '../../../server/accounts/better-auth-identity.ts'
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

  it('make the tables that the accounts library asks for, and nothing is missing', async () => {
    const options = accountOptions({ database: opened.database, config: { publicUrl: 'http://office.test' }, secret: 'x'.repeat(40) })
    const { toBeCreated, toBeAdded } = await getMigrations(options)
    expect([toBeCreated, toBeAdded]).toEqual([[], []])
  })
})
