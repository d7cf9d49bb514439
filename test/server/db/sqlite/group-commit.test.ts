import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { createGroupCommit, type Outcome } from '../../../../server/db/sqlite/group-commit.ts'
import type { SqliteConnection } from '../../../../server/db/sqlite/connection.ts'
import type { Write } from '../../../../server/db/unit-of-work.ts'

const put = (key: string): Write => ({ sql: 'INSERT INTO t (key) VALUES (?)', parameters: [key] })

describe('createGroupCommit', () => {
  let connection: SqliteConnection
  let commitGroup: (units: readonly (readonly Write[])[]) => Outcome[]
  let statements: string[]

  beforeEach(() => {
    statements = []
    connection = new Sqlite(':memory:', { verbose: (sql) => statements.push(String(sql)) })
    connection.exec('CREATE TABLE t (key TEXT PRIMARY KEY) STRICT')
    commitGroup = createGroupCommit(connection)
    statements.length = 0
  })

  const keys = () => connection.prepare('SELECT key FROM t ORDER BY key').pluck().all()

  it('stores many units with one commit', () => {
    const outcomes = commitGroup(Array.from({ length: 64 }, (_, i) => [put(`k${i}`)]))
    expect(outcomes.every((outcome) => 'results' in outcome)).toBe(true)
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(1)
    expect(keys()).toHaveLength(64)
  })

  it('undoes a unit that meets a conflict, whole and alone', () => {
    const outcomes = commitGroup([[put('a')], [put('b'), put('a'), put('c')], [put('d')]])
    expect(outcomes[1]).toEqual({ conflict: { index: 1, kind: undefined } })
    expect(keys()).toEqual(['a', 'd'])
  })

  it('undoes a unit whose statement is wrong, whole and alone', () => {
    const outcomes = commitGroup([[put('a'), { sql: 'INSERT INTO nowhere VALUES (1)', parameters: [] }], [put('b')]])
    expect(outcomes[0]).toHaveProperty('error')
    expect(keys()).toEqual(['b'])
  })

  it('tells every unit that it failed when the group cannot be committed', () => {
    connection.exec('CREATE TABLE parent (id TEXT PRIMARY KEY); CREATE TABLE child (p TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)')
    connection.pragma('foreign_keys = ON')
    const outcomes = commitGroup([[put('a')], [{ sql: `INSERT INTO child VALUES ('nobody')`, parameters: [] }]])
    expect(outcomes.every((outcome) => 'error' in outcome)).toBe(true)
    expect(keys()).toEqual([])
    expect(commitGroup([[put('after')]])[0]).toHaveProperty('results')
  })
})
