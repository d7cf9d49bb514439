// What all tests that store begin with, made once for a run (vite.config.ts): a PostgreSQL, and an office with the people, the
// organisation and the gallery of the demonstration on either engine, which each test copies. Publishing the gallery takes seconds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openOffice } from '../fixtures/open-office.ts'
import { filledOffice } from './data-folder.ts'
import { administerPostgres, officeTemplate, postgresUrl, startPostgresServer } from './postgres.ts'

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const officeDir = mkdtempSync(join(tmpdir(), 'motcua-office-'))
  const { port, stop } = await startPostgresServer()
  await administerPostgres(port, `CREATE DATABASE ${officeTemplate}`)
  for (const options of [{}, { databaseUrl: postgresUrl(port, officeTemplate) }]) {
    const office = await openOffice({ ...options, dataDir: officeDir })
    await office.deps.database.close()
  }
  project.provide('postgresPort', port)
  process.env[filledOffice] = officeDir
  return async () => {
    await stop()
    rmSync(officeDir, { recursive: true, force: true })
  }
}
