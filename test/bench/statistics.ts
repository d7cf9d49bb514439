// How quick the statistics are with a thousand, a hundred thousand and a million dossiers in SQLite, beside counting the same from
// the dossiers themselves. Runs alone too: `npx tsx test/bench/statistics.ts`.
import { fileURLToPath } from 'node:url'
import { vietnamDate } from '#core/text/format.ts'
import { countWrites } from '../../server/statistics/repository.ts'
import { addUp } from '../../server/statistics/add-up.ts'
import { benchFilled, measure, type Bench, type Figure, type Filled } from './filled-office.ts'
import { fillStatistics } from './fill-statistics.ts'

// Counting everything anew at a million takes too long to be done two hundred times.
const recounts = 5
const notes = 1000

const recount = `SELECT substr(submitted_at, 1, 7) AS month, procedure_id, channel, state, outcome, CASE WHEN ended_at > due_at THEN 1 ELSE 0 END AS late, count(*) AS n
  FROM dossier WHERE state <> 'draft' GROUP BY 1, 2, 3, 4, 5, 6`

const measureOffice = async ({ deps, as }: Filled): Promise<Record<string, Figure>> => {
  const [head, citizen] = [await as('head'), await as<{ procedures: { id: string }[] }>('applicant')]
  const { procedures } = await citizen('/api/procedures')
  const id = (i: number): string => procedures[i % procedures.length]!.id
  const month = vietnamDate(Date.now()).slice(0, 7)
  const counter = (n: number) => ({ month, procedureId: id(n), kind: 'received' as const, part: 'online', detail: '', by: 1 })
  return {
    'report of twelve months': await measure(() => head('/api/statistics')),
    'report of five years': await measure(() => head(`/api/statistics?from=${Number(month.slice(0, 4)) - 5}-01&to=${month}`)),
    'report of one procedure': await measure((i) => head(`/api/statistics?procedure=${id(i)}`)),
    'the same as a workbook': await measure(() => head('/api/statistics/report.xlsx'), recounts * 2),
    'public figures of a year': await measure(() => citizen('/api/public-statistics')),
    'measured time, one procedure': await measure((i) => citizen(`/api/public-statistics/procedures/${id(i)}`)),
    'counted from the dossiers': await measure(() => deps.database.read(recount), recounts),
    'adding up 1 000 notes': await measure(async () => {
      await deps.database.commit(countWrites(Array.from({ length: notes }, (_, n) => counter(n))))
      await addUp(deps)
    }, recounts),
  }
}

export const statisticsBench: Bench = { title: 'statistics', fill: (file) => `${fillStatistics(file).toLocaleString('en')} counters`, ask: measureOffice }

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const line of await benchFilled([statisticsBench])) console.log(line)
  process.exit(0)
}
