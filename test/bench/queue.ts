// How quick the officers' queue and the search are with a thousand, a hundred thousand and a million dossiers in SQLite: each
// figure is one request through the whole application, session and permissions included. Runs alone too:
// `npx tsx test/bench/queue.ts`.
import { fileURLToPath } from 'node:url'
import { benchFilled, measure, type Bench, type Figure, type Get } from './filled-office.ts'

interface Page {
  tasks?: { dossierId: string; code: string }[]
  next?: string
}

const names = ['nguyen van an', 'tran thi', 'Lê Minh Châu', 'pham hoa', 'nguy', 'dang xuan so']

const measureOffice = async (get: Get<Page>): Promise<Record<string, Figure>> => {
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

export const queueBench: Bench = { title: 'officers’ queue', ask: async ({ as }) => measureOffice(await as<Page>('oneStop')) }

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const line of await benchFilled([queueBench])) console.log(line)
  process.exit(0)
}
