// `npm run bench`: how fast the product is and how heavy its pages, in one run, so that the ratios hold on any machine:
// a bare echo, validation alone, and the real filing route with everything that it stores and syncs.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Procedure } from '#schemas/generated/types.ts'
import { freePort, startServer } from '../support/running-server.ts'
import { signedInClient } from './client.ts'
import { benchCitizen } from './citizen.ts'
import { measureDesigner } from './designer.ts'
import { volley, type Shot, type Volley } from './load.ts'
import { weighCitizenForm } from './page-weight.ts'
import type { Cost } from './presses.ts'
import { publish } from './publish.ts'
import { benchFilled } from './filled-office.ts'
import { queueBench } from './queue.ts'
import { benchReplay } from './replay-job.ts'
import { statisticsBench } from './statistics.ts'

const seconds = Number(process.env['BENCH_SECONDS'] ?? 6)
const connections = 64
const galleryFile = fileURLToPath(new URL('../../schemas/examples/procedures/02-gia-han-phe-duyet-mau.json', import.meta.url))

/** The measured procedure: number 02 of the gallery without its attachments, so that one request is one filing. */
const withoutFiles = (procedure: Procedure): { procedure: Procedure; answers: Record<string, unknown> } => {
  const { tep: _files, ...properties } = procedure.form!.schema.properties
  const schema = { ...procedure.form!.schema, properties, required: procedure.form!.schema.required?.filter((name) => name !== 'tep') ?? [] }
  const pages = procedure.form!.pages.map((page) => ({ ...page, sections: page.sections.map((section) => ({ ...section, questions: section.questions.filter((path) => !path.startsWith('/tep')) })) })).filter((page) => page.sections.some((section) => section.questions.length > 0))
  const rules = procedure.form!.rules?.filter((rule) => !JSON.stringify(rule).includes('/tep')) ?? []
  const { tep: _uploads, ...answers } = procedure.scenarios!.find((scenario) => scenario.expect.valid)!.answers as Record<string, unknown>
  // The scenario was filed on a day of its own; here the decision must still run for a year.
  const qd = answers['qd'] as Record<string, unknown>
  const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)
  return { procedure: { ...procedure, info: { ...procedure.info, code: 'BENCH-02', name: 'Đo tốc độ' }, scenarios: [], form: { ...procedure.form!, schema, pages, rules } }, answers: { ...answers, qd: { ...qd, hetHan: nextYear } } }
}

const startComparison = async (kind: string, document: string): Promise<{ url: string; process: ChildProcess }> => {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./comparison-server.ts', import.meta.url)), kind, String(port), document], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(`${url}/healthz`).catch(() => undefined))?.ok) return { url, process: child }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The ${kind} server did not start`)
}

const measureComparison = async (kind: string, document: string, body: string): Promise<Volley> => {
  const server = await startComparison(kind, document)
  const shot: Shot = { method: 'POST', path: '/', headers: { 'content-type': 'application/json' }, body }
  const result = await volley(server.url, connections, seconds, () => shot)
  server.process.kill()
  return result
}

const line = (name: string, { perSecond, p50, p99, failures }: Volley, base: Volley): string =>
  `${name.padEnd(44)} ${String(perSecond).padStart(7)}/s  ${(perSecond / base.perSecond).toFixed(3).padStart(6)} of echo   p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms${failures > 0 ? `  ${failures} FAILURES` : ''}`

const spread = ({ paint, work }: Cost): string => `on screen after ${paint.median.toFixed(0)} ms (worst ${paint.worst.toFixed(0)}), of which the page worked ${work.median.toFixed(0)} ms`

const { procedure, answers } = withoutFiles(JSON.parse(readFileSync(galleryFile, 'utf8')) as Procedure)
const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
const document = join(folder, 'procedure.json')
writeFileSync(document, JSON.stringify(procedure))
const body = JSON.stringify({ answers })

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; ${connections} connections, ${seconds} s each, load generator on the same machine; body ${Buffer.byteLength(body)} bytes`)
const echo = await measureComparison('echo', document, body)
console.log(line('Hono echo of the same JSON', echo, echo))
console.log(line('prepare and validate, nothing stored', await measureComparison('validate', document, body), echo))

const server = await startServer({ env: { LOG_LEVEL: 'error' } })
try {
  const [administrator, reviewer, applicant] = await Promise.all(['quantri', 'thamdinh', 'congdan'].map((name) => signedInClient(server.url, `${name}@demo.motcua.vn`)))
  const { id, revision } = await publish(administrator!, reviewer!, procedure)
  const filing = JSON.stringify({ procedure: id, revision, answers })
  const filed = await volley(server.url, connections, seconds, (n) => ({ method: 'POST', path: '/api/submissions', headers: { ...applicant!.headers, 'content-type': 'application/json', 'idempotency-key': `bench-${process.pid}-${n}` }, body: filing }))
  console.log(line('file a dossier (all stored, SQLite FULL)', filed, echo))
  const weight = await weighCitizenForm(server.url, id)
  console.log(`citizen form page: ${(weight.script / 1024).toFixed(1)} KB gz of JavaScript in ${weight.files} files, its validator ${(weight.validator / 1024).toFixed(1)} KB gz, ${(weight.style / 1024).toFixed(1)} KB gz of CSS`)
  for (const told of await benchCitizen(server.url, administrator!, reviewer!)) console.log(told)
  const designer = await measureDesigner(server.url)
  console.log(`designer, 300 questions with 300 rules, Chromium at 1440 px: open ${designer.open.toFixed(0)} ms, form and schema compiled in ${designer.compile.toFixed(1)} ms, its judge on the server in ${designer.validator.toFixed(0)} ms, all problems ${designer.problems.toFixed(0)} ms`)
  console.log(`  a key in a title ${spread(designer.typing)}\n  moving a question ${spread(designer.edit)}\n  turning the page ${spread(designer.turnPage)}`)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(await benchReplay())
// After the server has ended: a million dossiers want the memory and the disk for themselves.
for (const told of await benchFilled([queueBench, statisticsBench])) console.log(told)
process.exit(0)
