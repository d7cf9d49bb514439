import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Sqlite from 'better-sqlite3'
import type { Answers } from '#core/issues/json-pointer.ts'
import { demoAccounts } from '../../server/accounts/demo-accounts.ts'
import { verifyAudit } from '../../server/audit/repository.ts'
import { openSqlite } from '../../server/db/sqlite/open-sqlite.ts'
import { buildProcedure, simpleAnswers } from '../fixtures/build.ts'
import { startMortalServer, type MortalServer } from '../fixtures/mortal-server.ts'
import type { Revision } from '../fixtures/open-office.ts'

const kills = Number(process.env.MOTCUA_KILLS ?? 50)
const clients = 20

/** A filing as the client knows it: acknowledged with what it was told, or unknown because the server died meanwhile. */
interface Filing {
  key: string
  answers: Answers
  told?: { id: string; code: string }
}

let server: MortalServer
let cookie: string
let procedure: Revision

const file = async (filing: Filing): Promise<void> => {
  const { body } = await server.ask('POST', '/api/submissions', { procedure: procedure.id, revision: procedure.hash, answers: filing.answers }, { Cookie: cookie, 'Idempotency-Key': filing.key })
  filing.told = { id: body.dossier.id, code: body.dossier.code }
}

/** Twenty people file one dossier after the other until the server is gone. */
const fileUntilKilled = (round: number, filings: Filing[]): Promise<void> => server.killUnder(clients, 30 + Math.random() * 220, async (client, n) => {
  const filing: Filing = { key: `key-${round}-${client}-${n}`, answers: { ...simpleAnswers(), ten: `Người ${round}.${client}.${n}` } }
  filings.push(filing)
  await file(filing)
})

beforeAll(async () => {
  server = await startMortalServer()
  procedure = await server.publish(buildProcedure())
  cookie = await server.signIn('applicant')
}, 120_000)
afterAll(async () => { await server?.close() })

describe('a server that is killed again and again', () => {
  const filings: Filing[] = []
  const recoveries: number[] = []

  it(`comes back every time, and its people stay signed in (${kills} kills)`, async () => {
    for (let round = 0; round < kills; round++) {
      await fileUntilKilled(round, filings)
      recoveries.push(await server.comeBack())
    }
    expect((await server.ask('GET', '/api/session', undefined, { Cookie: cookie })).body.account.email).toBe(demoAccounts.applicant.email)
    expect(Math.max(...recoveries)).toBeLessThan(10_000)
  }, 300_000)

  it('has every dossier that it acknowledged, with the same content and code', async () => {
    const acknowledged = filings.filter((filing) => filing.told)
    expect(acknowledged.length).toBeGreaterThan(kills)
    const waiting = [...acknowledged]
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let filing = waiting.pop(); filing; filing = waiting.pop()) {
        const { dossier } = (await server.ask('GET', `/api/dossiers/${filing.told!.id}`, undefined, { Cookie: cookie })).body
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
    const plain = new Sqlite(join(server.dataDir, 'db', 'motcua.db'))
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(plain.pragma('foreign_key_check')).toEqual([])
    expect(plain.prepare('SELECT COUNT(*) AS n FROM dossier').get()).toEqual({ n: filings.length })
    expect(plain.prepare(`SELECT COUNT(*) AS n FROM dossier d WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.dossier_id = d.id)`).get()).toEqual({ n: 0 })
    plain.close()
    const database = await openSqlite(join(server.dataDir, 'db'), () => undefined)
    const { rows, faults } = await verifyAudit(database)
    await database.close()
    expect([rows, faults]).toEqual([filings.length, []])
  }, 60_000)
})
