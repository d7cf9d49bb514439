// A Kysely dialect for two connections: reading statements run on the read-only one, every other statement goes through
// the commit worker as a unit of its own. Lets plain Kysely (and the accounts library) write durably.
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult } from 'kysely'
import type { Statement } from 'better-sqlite3'
import type { Commit } from '../unit-of-work.ts'
import { toStorable } from './connection.ts'

type Prepare = (sql: string) => Statement

const isRead = ({ query, sql }: CompiledQuery): boolean =>
  query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && /^\s*(select|pragma|explain)\b/i.test(sql))

const refuse = (): never => {
  throw new Error('Transactions are units of work here: use database.commit')
}

const createConnection = (prepare: Prepare, commit: Commit): DatabaseConnection => ({
  executeQuery: async <Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> => {
    if (isRead(compiled)) return { rows: prepare(compiled.sql).all(...compiled.parameters.map(toStorable)) as Row[] }
    const [result] = await commit([{ sql: compiled.sql, parameters: compiled.parameters }])
    return { rows: (result?.rows ?? []) as Row[], numAffectedRows: BigInt(result?.changes ?? 0) }
  },
  streamQuery: async function * <Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not supported')
  },
})

const createDriver = (prepare: Prepare, commit: Commit): Driver => {
  const connection = createConnection(prepare, commit)
  const nothing = async (): Promise<void> => undefined
  return {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: async () => refuse(),
    commitTransaction: async () => refuse(),
    rollbackTransaction: async () => refuse(),
    destroy: nothing,
  }
}

export const createSplitDialect = (prepare: Prepare, commit: Commit): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => createDriver(prepare, commit),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})
