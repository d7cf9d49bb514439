// How quick the officers' queue and the search are with a thousand, a hundred thousand and a million dossiers in SQLite: each
// figure is one request through the whole application, session and permissions included. Runs alone too:
// `npx tsx test/bench/queue.ts`.
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoAccounts, demoPassword, type DemoPerson } from '../../server/accounts/demo-accounts.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { seed } from '../../server/db/seed.ts'
import { createDeps } from '../../server/deps.ts'
import { fillQueue } from './fill-queue.ts'

const sizes = (process.env['QUEUE_SIZES'] ?? '1000,100000,1000000').split(',').map(Number)
const rounds = 200
const warming = 50

type Get = (path: string) => Promise<{ tasks?: { dossierId: string; code: string }[]; next?: string }>

const withOffice = async <T>(dataDir: string, use: (as: (who: DemoPerson) => Promise<Get>, fill: () => Promise<void>) => Promise<T>): Promise<T> => {
  const deps = await createDeps(readConfig({ DATA_DIR: dataDir, MOTCUA_DEMO: '1', LOG_LEVEL: 'error', PUBLIC_URL: 'http://bench.test', RATE_FACTOR: '1000000' }), { passwordCost: 10 })
  const app = createApp(deps)
  const as = async (who: DemoPerson): Promise<Get> => {
    const signedIn = await app.request('http://bench.test/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email: demoAccounts[who].email, password: demoPassword }) })
    const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
    return async (path) => {
      const answer = await app.request(`http://bench.test${path}`, { headers: { Cookie: cookie } })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return await answer.json() as Awaited<ReturnType<Get>>
    }
  }
  try {
    return await use(as, () => seed(deps))
  } finally {
    await deps.database.close()
  }
}

interface Figure {
  p50: number
  p99: number
}

const measure = async (ask: (i: number) => Promise<unknown>): Promise<Figure> => {
  for (let i = 0; i < warming; i++) await ask(i)
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const began = performance.now()
    await ask(i)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(rounds * 0.5)]!, p99: times[Math.floor(rounds * 0.99)]! }
}

const names = ['nguyen van an', 'tran thi', 'Lê Minh Châu', 'pham hoa', 'nguy', 'dang xuan so']

const measureOffice = async (get: Get): Promise<Record<string, Figure>> => {
  const first = await get('/api/tasks')
  const all = await get('/api/tasks?tab=filed')
  const after = encodeURIComponent(first.next ?? '')
  const code = (i: number): string => all.tasks![i % all.tasks!.length]!.code
  const page = (query: string) => measure(() => get(`/api/tasks${query}`))
  return {
    'first page of the queue': await page(''),
    'next page': await page(`?after=${after}`),
    'nobody has taken on': await page('?tab=unassigned'),
    'every open dossier': await page('?tab=all'),
    'overdue, by post': await page('?status=overdue&channel=post'),
    'figures on the tabs': await page('/counts'),
    'every filed dossier': await page('?tab=filed'),
    'search by name': await measure((i) => get(`/api/tasks?tab=filed&q=${encodeURIComponent(names[i % names.length]!)}`)),
    'search by code': await measure((i) => get(`/api/tasks?tab=filed&q=${encodeURIComponent(code(i))}`)),
    'search that finds nothing': await page('?tab=filed&q=khong%20co%20ai%20ten%20vay'),
    'name within the queue': await measure((i) => get(`/api/tasks?q=${encodeURIComponent(names[i % names.length]!)}`)),
  }
}

const told = (figure: Figure): string => `${figure.p50.toFixed(1).padStart(7)} ${figure.p99.toFixed(1).padStart(7)}`

/** Lines to print; an error when the first page of a million is slower than was promised. */
export const benchQueue = async (): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-queue-'))
  try {
    const empty = join(folder, 'empty')
    await withOffice(empty, async (_as, fill) => fill())
    const found: Record<string, Figure>[] = []
    const notes: string[] = []
    for (const size of sizes) {
      const dataDir = join(folder, String(size))
      cpSync(empty, dataDir, { recursive: true })
      const file = join(dataDir, 'db', 'motcua.db')
      const began = performance.now()
      fillQueue(file, size, Date.now())
      notes.push(`${size.toLocaleString('en')} dossiers: filled in ${((performance.now() - began) / 1000).toFixed(0)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`)
      found.push(await withOffice(dataDir, async (as) => measureOffice(await as('oneStop'))))
      rmSync(dataDir, { recursive: true, force: true })
    }
    const rows = Object.keys(found[0]!).map((name) => {
      const figures = found.map((each) => each[name]!)
      const [small, large] = [figures[0]!, figures.at(-1)!]
      return `${name.padEnd(28)}${figures.map(told).join('  |')}  |  × ${(large.p50 / small.p50).toFixed(2)}, × ${(large.p99 / small.p99).toFixed(2)}`
    })
    return [`officers' queue on SQLite, one request at a time through the whole application, ${rounds} each; p50 and p99 in ms, growth of both from the smallest to the largest`, ...notes, `${''.padEnd(28)}${sizes.map((size) => size.toLocaleString('en').padStart(15)).join('  |')}`, ...rows]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const line of await benchQueue()) console.log(line)
  process.exit(0)
}
