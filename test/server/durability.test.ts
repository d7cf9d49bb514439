import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Sqlite from 'better-sqlite3'
import type { Answers } from '#core/issues/json-pointer.ts'
import { demoAccounts, demoPassword, type DemoPerson } from '../../server/accounts/demo-accounts.ts'
import { verifyAudit } from '../../server/audit/repository.ts'
import { openSqlite } from '../../server/db/sqlite/open-sqlite.ts'
import { buildProcedure, simpleAnswers } from '../fixtures/build.ts'
import { createStandby, type Standby, type StandbyServer } from '../fixtures/standby-server.ts'
import { freePort } from '../support/running-server.ts'

const kills = Number(process.env.MOTCUA_KILLS ?? 50)
const clients = 20

/** A filing as the client knows it: acknowledged with what it was told, or unknown because the server died meanwhile. */
interface Filing {
  key: string
  answers: Answers
  told?: { id: string; code: string }
}

let dataDir: string
let url: string
let standby: Standby
let server: StandbyServer
let cookie: string
let procedure: { id: string; hash: string }

const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(url + path, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const text = await response.text()
  if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return { body: JSON.parse(text || 'null'), cookie: response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') }
}

const signIn = async (who: DemoPerson): Promise<string> => (await send('POST', '/api/session', { email: demoAccounts[who].email, password: demoPassword })).cookie

const publish = async (): Promise<{ id: string; hash: string }> => {
  const [administrator, reviewer] = [{ Cookie: await signIn('administrator') }, { Cookie: await signIn('reviewer') }]
  const { id } = (await send('POST', '/api/designer/procedures', { name: 'Thử', code: '1.1' }, administrator)).body
  await send('PUT', `/api/designer/procedures/${id}/draft`, buildProcedure(), { ...administrator, 'If-Match': '"1"' })
  const request = (await send('POST', `/api/designer/procedures/${id}/change-requests`, { comment: '' }, administrator)).body
  await send('POST', `/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash }, reviewer)
  return { id, hash: (await send('POST', `/api/designer/change-requests/${request.id}/publication`, {}, reviewer)).body.hash }
}

const file = async (filing: Filing): Promise<void> => {
  const { body } = await send('POST', '/api/submissions', { procedure: procedure.id, revision: procedure.hash, answers: filing.answers }, { Cookie: cookie, 'Idempotency-Key': filing.key })
  filing.told = { id: body.dossier.id, code: body.dossier.code }
}

/** Twenty people file one dossier after the other until the server is gone. */
const fileUntilKilled = async (round: number, filings: Filing[]): Promise<void> => {
  await standby.ready()
  let alive = true
  const people = Array.from({ length: clients }, async (_, client) => {
    for (let n = 0; alive; n++) {
      const filing: Filing = { key: `key-${round}-${client}-${n}`, answers: { ...simpleAnswers(), ten: `Người ${round}.${client}.${n}` } }
      filings.push(filing)
      await file(filing).catch(() => { alive = false })
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 220))
  await server.kill()
  await Promise.all(people)
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'motcua-durable-'))
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  standby = createStandby({ PORT: String(port), DATA_DIR: dataDir, MOTCUA_DEMO: '1', LOG_LEVEL: 'error', HOST: '127.0.0.1', RATE_FACTOR: '100000' })
  server = standby.next()
  await server.go()
  procedure = await publish()
  cookie = await signIn('applicant')
}, 120_000)

afterAll(async () => {
  await server.kill()
  await standby.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a server that is killed again and again', () => {
  const filings: Filing[] = []
  const recoveries: number[] = []

  it(`comes back every time, and its people stay signed in (${kills} kills)`, async () => {
    for (let round = 0; round < kills; round++) {
      await fileUntilKilled(round, filings)
      server = standby.next()
      recoveries.push(await server.go())
    }
    expect((await send('GET', '/api/session', undefined, { Cookie: cookie })).body.account.email).toBe(demoAccounts.applicant.email)
    expect(Math.max(...recoveries)).toBeLessThan(10_000)
  }, 300_000)

  it('has every dossier that it acknowledged, with the same content and code', async () => {
    const acknowledged = filings.filter((filing) => filing.told)
    expect(acknowledged.length).toBeGreaterThan(kills)
    const waiting = [...acknowledged]
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let filing = waiting.pop(); filing; filing = waiting.pop()) {
        const { dossier } = (await send('GET', `/api/dossiers/${filing.told!.id}`, undefined, { Cookie: cookie })).body
        expect([filing.key, dossier.code, dossier.answers.ten, dossier.state]).toEqual([filing.key, filing.told!.code, filing.answers.ten, 'open'])
      }
    }))
    const median = [...recoveries].sort((a, b) => a - b)[Math.floor(recoveries.length / 2)]!
    console.info(`${kills} kills, ${acknowledged.length} acknowledged, 0 lost; back in ${Math.round(median)} ms (median), ${Math.round(Math.max(...recoveries))} ms (longest)`)
  }, 120_000)

  it('files a request whose answer was lost exactly once when it is sent again', async () => {
    const unknown = filings.filter((each) => !each.told)
    await Promise.all(Array.from({ length: clients }, async () => {
      for (let filing = unknown.pop(); filing; filing = unknown.pop()) await file(filing)
    }))
    const told = filings.map((filing) => filing.told!)
    expect(new Set(told.map(({ id }) => id)).size).toBe(filings.length)
    expect(new Set(told.map(({ code }) => code)).size).toBe(filings.length)
  }, 60_000)

  it('holds a sound database with one dossier for each key and an unbroken audit trail', async () => {
    await server.kill()
    const plain = new Sqlite(join(dataDir, 'db', 'motcua.db'))
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(plain.pragma('foreign_key_check')).toEqual([])
    expect(plain.prepare('SELECT COUNT(*) AS n FROM dossier').get()).toEqual({ n: filings.length })
    expect(plain.prepare(`SELECT COUNT(*) AS n FROM dossier d WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.dossier_id = d.id)`).get()).toEqual({ n: 0 })
    plain.close()
    const database = await openSqlite(join(dataDir, 'db'), () => undefined)
    const { rows, faults } = await verifyAudit(database)
    await database.close()
    expect([rows, faults]).toEqual([filings.length, []])
  }, 60_000)
})
