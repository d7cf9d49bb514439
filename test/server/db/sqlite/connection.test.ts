import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isVersionAtLeast, openReader, openWriter, type SqliteConnection } from '../../../../server/db/sqlite/connection.ts'

let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-sqlite-'))
  file = join(folder, 'a.db')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = (connection: SqliteConnection, names: string[]) => Object.fromEntries(names.map((name) => [name, connection.pragma(name, { simple: true })]))

describe('the writing connection', () => {
  it('syncs every commit, also when it opens a database that was there before', () => {
    for (let time = 0; time < 3; time++) {
      const writer = openWriter(file)
      writer.exec(`CREATE TABLE IF NOT EXISTS t${time} (x)`)
      expect(settings(writer, ['synchronous', 'journal_mode', 'foreign_keys', 'secure_delete', 'trusted_schema', 'cell_size_check', 'mmap_size', 'wal_autocheckpoint', 'journal_size_limit', 'busy_timeout'])).toEqual({
        synchronous: 2, journal_mode: 'wal', foreign_keys: 1, secure_delete: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0, wal_autocheckpoint: 1000,
        journal_size_limit: 64 * 1024 * 1024, busy_timeout: 5000,
      })
      writer.close()
    }
  })
})

describe('the reading connection', () => {
  it('cannot write', () => {
    const writer = openWriter(file)
    writer.exec('CREATE TABLE r (x)')
    const reader = openReader(file)
    expect(() => reader.exec('INSERT INTO r VALUES (1)')).toThrow()
    reader.close()
    writer.close()
  })
})

describe('isVersionAtLeast', () => {
  it.each([['3.51.3', true], ['3.51.2', false], ['3.52.0', true], ['3.9.9', false], ['4.0', true], ['3.51', false], ['3.51.10', true]])('judges %s', (version, expected) => {
    expect(isVersionAtLeast(version, [3, 51, 3])).toBe(expected)
  })
})
