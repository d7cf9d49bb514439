// An empty, migrated database on either engine, for tests of what stores.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../server/db/database.ts'
import { openDatabase } from '../../server/db/open-database.ts'
import { openPostgresDatabase } from './postgres.ts'

export type Engine = Database['engine']

export interface OpenedDatabase {
  database: Database
  dataDir: string
  close: () => Promise<void>
}

const dies = (error: Error): void => {
  throw error
}

export const openDatabaseOn = async (engine: Engine): Promise<OpenedDatabase> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'motcua-db-'))
  const postgres = engine === 'postgres' ? await openPostgresDatabase() : undefined
  const database = await openDatabase({ dataDir, databaseUrl: postgres?.url }, dies)
  return {
    database, dataDir,
    close: async () => {
      await database.close()
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
