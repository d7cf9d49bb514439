import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../../server/db/sqlite/open-sqlite.ts'

describe('openSqlite', () => {
  let folder: string
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'motcua-open-')) })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const open = () => openSqlite(folder, () => undefined)

  it('lets one process use a data folder at a time', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow('Another process uses the data folder')
    await first.close()
    const second = await open()
    await second.close()
  })

  it('stores what was sent before it was asked to close, and nothing after', async () => {
    const database = await open()
    const sent = Array.from({ length: 30 }, (_, i) => database.commit([{ sql: 'INSERT INTO dossier_sequence (key, n) VALUES (?, 1)', parameters: [`k${i}`] }]))
    const closed = database.close()
    await Promise.all(sent)
    await closed
    await expect(database.commit([])).rejects.toThrow('closed')

    const again = await open()
    expect(await again.read('SELECT COUNT(*) AS n FROM dossier_sequence')).toEqual([{ n: 30 }])
    await again.close()
  })

  it('refuses transactions of the query builder, which would not be units of work', async () => {
    const database = await open()
    await expect(database.query.transaction().execute(async () => undefined)).rejects.toThrow('database.commit')
    await database.close()
  })
})
