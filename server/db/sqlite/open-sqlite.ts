// The embedded database: one file in the data folder, one writing thread, one reading connection, one process.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { startCommitWorker } from './commit-client.ts'
import { openReader, toStorable } from './connection.ts'
import { createStatementCache } from './group-commit.ts'
import { createSplitDialect } from './split-dialect.ts'

/** Holds the data folder for this process; the system lets go of it even when we are killed. */
const lockFolder = (folder: string): { release: () => void } => {
  const lock = new Sqlite(join(folder, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(`Another process uses the data folder ${folder}`)
  }
  return { release: () => void lock.close() }
}

export const openSqlite = async (folder: string, onDeath: (error: Error) => void): Promise<Database> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder)
  const file = join(folder, 'motcua.db')
  try {
    const worker = await startCommitWorker(file, onDeath)
    const reader = openReader(file)
    const prepare = createStatementCache(reader)
    const read = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => prepare(sql).all(...parameters.map(toStorable)) as Row[]
    const database: Database = {
      engine: 'sqlite',
      query: new Kysely<Tables>({ dialect: createSplitDialect(prepare, worker.commit) }),
      read,
      commit: worker.commit,
      close: async () => {
        await worker.close()
        reader.close()
        lock.release()
      },
    }
    await migrate(database)
    return database
  } catch (error) {
    lock.release()
    throw error
  }
}
