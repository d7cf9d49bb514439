// The real product as a process of its own, as `npm start` runs it: own port, own data folder, ended with the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { newDataDir } from './data-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

export interface RunningServer {
  url: string
  dataDir: string
  process: ChildProcess
  stop(): Promise<void>
}

const untilReady = async (url: string, child: ChildProcess, said: () => string): Promise<void> => {
  const end = Date.now() + 120_000
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${said()}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`The server did not become ready:\n${said()}`)
}

export const startServer = async ({ dataDir = newDataDir(), env = {} }: { dataDir?: string; env?: Record<string, string> } = {}): Promise<RunningServer> => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts'], {
    cwd: root, env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, MOTCUA_DEMO: '1', LOG_LEVEL: 'warn', RATE_FACTOR: '100000', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => { output += String(chunk) })
  child.stderr.on('data', (chunk) => { output += String(chunk) })
  await untilReady(url, child, () => output)
  return {
    url, dataDir, process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGTERM')) await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))])
      child.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
