// PostgreSQL for offices with more than one server process. It is refused at start when it is set to lose
// acknowledged data in a power cut.
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { ConflictError, type Commit, type Write, type WriteResult } from '../unit-of-work.ts'
import { numberPlaceholders } from './placeholders.ts'

const durable = ['fsync', 'full_page_writes', 'synchronous_commit'] as const
const mostPrepared = 500
const attempts = 5

const bigint = 20
const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === bigint ? Number : pg.types.getTypeParser(oid, format as 'text')) }

/** The text with numbered placeholders, and a name under which the server keeps its plan. */
const createStatements = (): ((sql: string, values: readonly unknown[]) => pg.QueryConfig) => {
  const known = new Map<string, { text: string; name: string }>()
  return (sql, parameters) => {
    const values = parameters.map((value) => value ?? null)
    const statement = known.get(sql) ?? { text: numberPlaceholders(sql), name: `s${known.size}` }
    if (known.size >= mostPrepared && !known.has(sql)) return { text: statement.text, values }
    known.set(sql, statement)
    return { ...statement, values }
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''
const isConflict = (error: unknown): boolean => ['23505', '23503'].includes(codeOf(error))
/** Serialisation failure and deadlock: the same unit may succeed now. */
const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

export const assertDurable = async (query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>): Promise<void> => {
  for (const setting of durable) {
    const { rows: [row] } = await query(`SHOW ${setting}`)
    if (row?.[setting] === 'off' || row?.[setting] === 'local') throw new Error(`PostgreSQL has ${setting} = ${String(row[setting])}; set it to on, or filings can be lost in a power cut`)
  }
}

type Prepare = ReturnType<typeof createStatements>

const runWrites = async (client: pg.PoolClient, prepare: Prepare, writes: readonly Write[]): Promise<WriteResult[]> => {
  const results: WriteResult[] = []
  for (const [index, { sql, parameters, expect, conflict }] of writes.entries()) {
    const result = await client.query<Record<string, unknown>>(prepare(sql, parameters)).catch((error: unknown) => {
      throw isConflict(error) ? new ConflictError(index, conflict) : error
    })
    const changes = result.rowCount ?? 0
    if (expect !== undefined && changes !== expect) throw new ConflictError(index, conflict)
    results.push({ rows: result.rows, changes })
  }
  return results
}

const runUnit = async (pool: pg.Pool, prepare: Prepare, writes: readonly Write[]): Promise<WriteResult[]> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const results = await runWrites(client, prepare, writes)
    await client.query('COMMIT')
    client.release()
    return results
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    const broken = await client.query('ROLLBACK').then(() => undefined, () => true)
    client.release(broken)
    throw error
  }
}

const createCommit = (pool: pg.Pool, prepare: Prepare): Commit => async (writes) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runUnit(pool, prepare, writes)
    } catch (error) {
      if (!isRetryable(error) || attempt === attempts) throw error
      await pause(attempt * 10 * (1 + Math.random()))
    }
  }
}

export const openPostgres = async (connectionString: string): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString, max: 10, types, application_name: 'motcua',
    statement_timeout: 10_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await assertDurable((sql) => pool.query(sql))
    const prepare = createStatements()
    const database: Database = {
      engine: 'postgres',
      query: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
      read: async <Row>(sql: string, parameters: readonly unknown[] = []) => (await pool.query(prepare(sql, parameters))).rows as Row[],
      commit: createCommit(pool, prepare),
      close: () => pool.end(),
    }
    await migrate(database)
    return database
  } catch (error) {
    await pool.end()
    throw error
  }
}
