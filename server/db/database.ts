// What the rest of the server knows of the database: a query builder for reading, plain SQL for the hot path, and the
// commit of a unit of work. Which engine is behind it is decided once, in open-database.ts.
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import type { Commit } from './unit-of-work.ts'

export interface Database {
  engine: 'sqlite' | 'postgres'
  /** Reads go to a read-only connection; any other statement is a unit of its own. Transactions are refused: use commit. */
  query: Kysely<Tables>
  /** Plain SQL with ? placeholders, prepared once: for the hot path. */
  read: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>
  commit: Commit
  close: () => Promise<void>
}
