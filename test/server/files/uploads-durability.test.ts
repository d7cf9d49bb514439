import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Sqlite from 'better-sqlite3'
import type { FileInfo, UploadState } from '#schemas/generated/types.ts'
import { demoAccounts, demoPassword, type DemoPerson } from '../../../server/accounts/demo-accounts.ts'
import { openSqlite } from '../../../server/db/sqlite/open-sqlite.ts'
import { sweepFiles } from '../../../server/files/sweep-files.ts'
import { createDiskStorage } from '../../../server/integrations/storage/disk.ts'
import { limits } from '../../../server/limits.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { samplePdf } from '../../fixtures/sample-files.ts'
import { createStandby, type Standby, type StandbyServer } from '../../fixtures/standby-server.ts'
import { freePort } from '../../support/running-server.ts'

const kills = Number(process.env.MOTCUA_UPLOAD_KILLS ?? 8)
const clients = 6
const pieceBytes = 100_000

/** A file as the phone knows it: what was acknowledged of it, and what it became. */
interface Sent {
  bytes: Buffer
  dossier: string
  mark: string
  id?: string
  told: number
  file?: FileInfo
}

let dataDir: string
let url: string
let standby: Standby
let server: StandbyServer
let cookie: string
let procedure: string

const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const bytes = body instanceof Uint8Array
  const response = await fetch(url + path, {
    method, headers: { 'Content-Type': bytes ? 'application/octet-stream' : 'application/json', Cookie: cookie, ...headers },
    ...(body !== undefined && { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
  })
  const text = await response.text()
  if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return { body: JSON.parse(text || 'null'), cookie: response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') }
}

const signIn = async (who: DemoPerson): Promise<string> => (await ask('POST', '/api/session', { email: demoAccounts[who].email, password: demoPassword })).cookie

const publish = async (): Promise<string> => {
  const [administrator, reviewer] = [{ Cookie: await signIn('administrator') }, { Cookie: await signIn('reviewer') }]
  const { id } = (await ask('POST', '/api/designer/procedures', { name: 'Thử', code: '1.1' }, administrator)).body
  await ask('PUT', `/api/designer/procedures/${id}/draft`, askingForFiles(), { ...administrator, 'If-Match': '"1"' })
  const request = (await ask('POST', `/api/designer/procedures/${id}/change-requests`, { comment: '' }, administrator)).body
  await ask('POST', `/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash }, reviewer)
  await ask('POST', `/api/designer/change-requests/${request.id}/publication`, {}, reviewer)
  return id
}

/** Sends the next piece from where the server is; nothing that was acknowledged may be missing there. */
const goOn = async (sent: Sent): Promise<void> => {
  const { bytes, dossier, mark } = sent
  const begun = (sent.id ? await ask('GET', `/api/uploads/${sent.id}`) : await ask('POST', '/api/uploads', { dossier, question: '/tep/donXin', name: `${mark}.pdf`, size: bytes.length, mark })).body as UploadState | FileInfo
  let state = begun
  for (;;) {
    sent.id = state.id
    if (!('offset' in state)) return void (sent.file = state)
    expect(state.offset).toBeGreaterThanOrEqual(sent.told)
    sent.told = state.offset
    state = (await ask('PUT', `/api/uploads/${state.id}`, bytes.subarray(state.offset, state.offset + pieceBytes), { 'Upload-Offset': String(state.offset) })).body as UploadState | FileInfo
  }
}

const start = async (mark: string): Promise<Sent> => ({ bytes: samplePdf({ filler: randomBytes(800_000) }), dossier: (await ask('POST', '/api/dossiers', { procedure })).body.dossier.id as string, mark, told: 0 })

/** Each phone sends one file after the other until the server is gone, and goes on with the broken one the next time. */
const sendUntilKilled = async (round: number, all: Sent[], open: Map<number, Sent>): Promise<void> => {
  await standby.ready()
  let alive = true
  const phones = Array.from({ length: clients }, async (_, client) => {
    for (let n = 0; alive; n++) {
      try {
        const sent = open.get(client) ?? await start(`${round}-${client}-${n}`)
        if (!open.has(client)) all.push(sent)
        open.set(client, sent)
        await goOn(sent)
        open.delete(client)
      } catch (error) {
        if (error instanceof Error && /: 4\d\d |expected/.test(error.message)) throw error
        alive = false
      }
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400))
  await server.kill()
  await Promise.all(phones)
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'motcua-uploads-'))
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  cookie = ''
  standby = createStandby({ PORT: String(port), DATA_DIR: dataDir, MOTCUA_DEMO: '1', LOG_LEVEL: 'error', HOST: '127.0.0.1', RATE_FACTOR: '10000' })
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

describe('uploads to a server that is killed again and again', () => {
  const all: Sent[] = []
  const open = new Map<number, Sent>()

  it(`go on where they were, with nothing lost that was acknowledged (${kills} kills)`, async () => {
    for (let round = 0; round < kills; round++) {
      await sendUntilKilled(round, all, open)
      server = standby.next()
      await server.go()
    }
    await Promise.all([...open.values()].map(goOn))
    expect(all.length).toBeGreaterThan(clients)
    expect(all.every(({ file }) => file)).toBe(true)
  }, 300_000)

  it('are stored byte for byte, each once', async () => {
    for (const { bytes, dossier, file } of all) {
      expect(file!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect((await ask('GET', `/api/dossiers/${dossier}`)).body.files).toEqual([file])
      const stored = readFileSync(join(dataDir, 'files', file!.id.slice(0, 2), file!.id))
      expect(stored.equals(bytes)).toBe(true)
    }
    console.info(`${kills} kills, ${all.length} files, 0 lost, 0 twice`)
  }, 120_000)

  it('leave nothing behind once it is swept', async () => {
    await server.kill()
    const database = await openSqlite(join(dataDir, 'db'), () => undefined)
    const storage = await createDiskStorage(join(dataDir, 'files'))
    await sweepFiles({ config: { dataDir } as never, database, storage, now: () => new Date(Date.now() + limits.leftoverMs + 60_000).toISOString(), log: { info: () => undefined } as never })
    await database.close()
    const stored = readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{8}-/.test(name))
    const plain = new Sqlite(join(dataDir, 'db', 'motcua.db'))
    const rows = plain.prepare('SELECT id FROM file').all() as { id: string }[]
    expect(plain.prepare('SELECT COUNT(*) AS n FROM upload').get()).toEqual({ n: 0 })
    plain.close()
    expect(stored.map((name) => name.split('/').at(-1)).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([])
  }, 60_000)
})
