// The data folder that a server of a test or of a measurement begins with: a copy of the office that was filled for the whole run
// (seeded-office.ts), else empty, and the server fills it itself.
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Names the filled office to all processes of a run. */
export const filledOffice = 'MOTCUA_TEST_OFFICE'

export const newDataDir = (): string => {
  const dataDir = mkdtempSync(join(tmpdir(), 'motcua-'))
  const filled = process.env[filledOffice]
  if (filled) cpSync(filled, dataDir, { recursive: true })
  return dataDir
}
