// Chooses the engine: PostgreSQL when an address is given, otherwise SQLite in the data folder. Migrated when it returns.
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

export const openDatabase = (config: Pick<Config, 'databaseUrl' | 'dataDir'>, onDeath: (error: Error) => void): Promise<Database> =>
  config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(join(config.dataDir, 'db'), onDeath)
