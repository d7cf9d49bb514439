// An office with as many dossiers as a bench asks for, in SQLite, and how long its requests take: each goes through the whole
// application, session and permissions included. The table tells how the times grow with the number of dossiers.
import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoAccounts, demoPassword, type DemoPerson } from '../../server/accounts/demo-accounts.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { seed } from '../../server/db/seed.ts'
import { createDeps, type Deps } from '../../server/deps.ts'
import { fillQueue } from './fill-queue.ts'

const sizes = (process.env['QUEUE_SIZES'] ?? '1000,100000,1000000').split(',').map(Number)
const rounds = 200
const warming = 50

/** Reads what is at an address; JSON unless it is a file. */
export type Get<Answer> = (path: string) => Promise<Answer>

export interface Filled {
  deps: Deps
  as: <Answer>(who: DemoPerson) => Promise<Get<Answer>>
}

const withOffice = async <T>(dataDir: string, use: (office: Filled) => Promise<T>): Promise<T> => {
  const deps = await createDeps(readConfig({ DATA_DIR: dataDir, MOTCUA_DEMO: '1', LOG_LEVEL: 'error', PUBLIC_URL: 'http://bench.test', RATE_FACTOR: '1000000' }), { passwordCost: 10 })
  const app = createApp(deps)
  const as = async <Answer>(who: DemoPerson): Promise<Get<Answer>> => {
    const signedIn = await app.request('http://bench.test/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email: demoAccounts[who].email, password: demoPassword }) })
    const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
    return async (path) => {
      const answer = await app.request(`http://bench.test${path}`, { headers: { Cookie: cookie } })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return (/json/.test(answer.headers.get('Content-Type') ?? '') ? await answer.json() : await answer.arrayBuffer()) as Answer
    }
  }
  try {
    return await use({ deps, as })
  } finally {
    await deps.database.close()
  }
}

export interface Figure {
  p50: number
  p99: number
}

export const measure = async (ask: (i: number) => Promise<unknown>, times = rounds): Promise<Figure> => {
  for (let i = 0; i < Math.min(warming, times); i++) await ask(i)
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await ask(i)
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return { p50: taken[Math.floor(times * 0.5)]!, p99: taken[Math.floor(times * 0.99)]! }
}

/** Waits until the disk has what was filled in: an office that serves is not still being filled. */
const settle = (file: string): void => {
  const opened = openSync(file, 'r+')
  fsyncSync(opened)
  closeSync(opened)
}

const told = (figure: Figure): string => `${figure.p50.toFixed(1).padStart(7)} ${figure.p99.toFixed(1).padStart(7)}`

export interface Bench {
  title: string
  /** Beyond the dossiers themselves; gives what is to be said of it. */
  fill?: (file: string) => string
  ask: (office: Filled) => Promise<Record<string, Figure>>
}

const tabulate = (title: string, found: readonly Record<string, Figure>[]): string[] => [
  `${title} on SQLite, one request at a time through the whole application, ${rounds} each; p50 and p99 in ms, growth of both from the smallest to the largest`,
  `${''.padEnd(28)}${sizes.map((size) => size.toLocaleString('en').padStart(15)).join('  |')}`,
  ...Object.keys(found[0]!).map((name) => {
    const figures = found.map((each) => each[name]!)
    const [small, large] = [figures[0]!, figures.at(-1)!]
    return `${name.padEnd(28)}${figures.map(told).join('  |')}  |  × ${(large.p50 / small.p50).toFixed(2)}, × ${(large.p99 / small.p99).toFixed(2)}`
  }),
]

/** Lines to print. All benches ask the same offices: filling one with a million takes longer than asking. */
export const benchFilled = async (benches: readonly Bench[]): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-filled-'))
  try {
    const empty = join(folder, 'empty')
    await withOffice(empty, ({ deps }) => seed(deps))
    const found = benches.map((): Record<string, Figure>[] => [])
    const notes: string[] = []
    for (const size of sizes) {
      const dataDir = join(folder, String(size))
      cpSync(empty, dataDir, { recursive: true })
      const file = join(dataDir, 'db', 'motcua.db')
      const began = performance.now()
      fillQueue(file, size, Date.now())
      const more = benches.flatMap(({ fill }) => (fill ? [fill(file)] : []))
      settle(file)
      notes.push(`${size.toLocaleString('en')} dossiers: filled in ${((performance.now() - began) / 1000).toFixed(0)} s, ${[`${(statSync(file).size / 1e6).toFixed(0)} MB`, ...more].join(', ')}`)
      await withOffice(dataDir, async (office) => { for (const [i, { ask }] of benches.entries()) found[i]!.push(await ask(office)) })
      rmSync(dataDir, { recursive: true, force: true })
    }
    return [...notes, ...benches.flatMap(({ title }, i) => tabulate(title, found[i]!))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
