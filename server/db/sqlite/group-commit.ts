// Stores many units of work in one transaction, so that one sync to disk serves them all, and keeps them apart by a
// savepoint each: a unit that meets another state than it expected disappears, its neighbours stay.
import type { Statement } from 'better-sqlite3'
import type { Write, WriteResult } from '../unit-of-work.ts'
import { toStorable, type SqliteConnection } from './connection.ts'

export type Outcome =
  | { results: WriteResult[] }
  | { conflict: { index: number; kind: Write['conflict'] } }
  | { error: string }

const mostPrepared = 500

/** Prepares each text once; the oldest are dropped when there are too many. */
export const createStatementCache = (connection: SqliteConnection): ((sql: string) => Statement) => {
  const prepared = new Map<string, Statement>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    prepared.set(sql, statement)
    if (prepared.size > mostPrepared) prepared.delete(prepared.keys().next().value as string)
    return statement
  }
}

const conflictCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_FOREIGNKEY'])

const isConflict = (error: unknown): boolean => conflictCodes.has((error as { code?: string }).code ?? '')

const run = (statement: Statement, parameters: readonly unknown[]): WriteResult => {
  const values = parameters.map(toStorable)
  if (!statement.reader) return { rows: [], changes: statement.run(...values).changes }
  const rows = statement.all(...values) as Record<string, unknown>[]
  return { rows, changes: rows.length }
}

export const createGroupCommit = (connection: SqliteConnection): ((units: readonly (readonly Write[])[]) => Outcome[]) => {
  const prepare = createStatementCache(connection)
  const statements = Object.fromEntries(
    ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK', 'SAVEPOINT unit', 'RELEASE unit', 'ROLLBACK TO unit'].map((sql) => [sql, connection.prepare(sql)]))
  const control = (sql: string): void => void statements[sql]?.run()

  const runUnit = (writes: readonly Write[]): Outcome => {
    const results: WriteResult[] = []
    for (const [index, write] of writes.entries()) {
      try {
        const result = run(prepare(write.sql), write.parameters)
        if (write.expect !== undefined && result.changes !== write.expect) return { conflict: { index, kind: write.conflict } }
        results.push(result)
      } catch (error) {
        return isConflict(error) ? { conflict: { index, kind: write.conflict } } : { error: `Write ${index}: ${String(error)}` }
      }
    }
    return { results }
  }

  const runApart = (writes: readonly Write[]): Outcome => {
    control('SAVEPOINT unit')
    const outcome = runUnit(writes)
    if (!('results' in outcome)) control('ROLLBACK TO unit')
    control('RELEASE unit')
    return outcome
  }

  return (units) => {
    try {
      control('BEGIN IMMEDIATE')
      const outcomes = units.map(runApart)
      control('COMMIT')
      return outcomes
    } catch (error) {
      // Nothing was acknowledged yet, so every unit of the group may be told that it failed.
      if (connection.inTransaction) control('ROLLBACK')
      return units.map(() => ({ error: String(error) }))
    }
  }
}
