import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/running-server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The start command as it is, without building pages. */
const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts'], { cwd: root, env: { ...process.env, MOTCUA_DEV: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => { said += String(chunk) })
  child.stderr.on('data', (chunk) => { said += String(chunk) })
  return { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

describe('the start command', () => {
  let dataDir: string
  beforeAll(() => { dataDir = mkdtempSync(join(tmpdir(), 'motcua-start-')) })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('says in one line where everything is, and who can be tried; stops cleanly when told to', async () => {
    const port = await freePort()
    const { child, said, ended } = start({ DATA_DIR: dataDir, PORT: String(port) })
    await expect.poll(said, { timeout: 60_000 }).toContain('clerk')

    expect(said().split('\n').filter((line) => line.startsWith('Ready'))).toEqual([`Ready: citizens http://localhost:${port}/  officers http://localhost:${port}/desk  administrators http://localhost:${port}/designer`])
    expect(said()).toContain('congdan@demo.motcua.vn')
    expect((await fetch(`http://localhost:${port}/api/procedures`)).status).toBe(200)
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)

    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('says so when the port is taken, and leaves the data folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { said, ended } = start({ DATA_DIR: dataDir, PORT: String(port) })
    expect(await ended).toBe(1)
    expect(said()).toContain(`Port ${port} is taken`)
    other.close()
  })

  it('says what is wrong with the settings', async () => {
    const { said, ended } = start({ DATA_DIR: dataDir, PORT: 'abc' })
    expect(await ended).toBe(1)
    expect(said()).toContain('PORT must be a number')
  })
})
