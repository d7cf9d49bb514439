import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Sqlite from 'better-sqlite3'
import type { FileInfo, UploadState } from '#schemas/generated/types.ts'
import { openSqlite } from '../../../server/db/sqlite/open-sqlite.ts'
import { sweepFiles } from '../../../server/files/sweep-files.ts'
import { createDiskStorage } from '../../../server/integrations/storage/disk.ts'
import { limits } from '../../../server/limits.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { startMortalServer, type MortalServer } from '../../fixtures/mortal-server.ts'
import { samplePdf } from '../../fixtures/sample-files.ts'

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

let server: MortalServer
let cookie: string
let procedure: string

const ask: MortalServer['ask'] = (method, path, body, headers = {}) => server.ask(method, path, body, { Cookie: cookie, ...headers })

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
const sendUntilKilled = (round: number, all: Sent[], open: Map<number, Sent>): Promise<void> => server.killUnder(clients, 100 + Math.random() * 400, async (client, n) => {
  const sent = open.get(client) ?? await start(`${round}-${client}-${n}`)
  if (!open.has(client)) all.push(sent)
  open.set(client, sent)
  await goOn(sent)
  open.delete(client)
})

beforeAll(async () => {
  server = await startMortalServer()
  procedure = (await server.publish(askingForFiles())).id
  cookie = await server.signIn('applicant')
}, 120_000)
afterAll(async () => { await server?.close() })

describe('uploads to a server that is killed again and again', () => {
  const all: Sent[] = []
  const open = new Map<number, Sent>()

  it(`go on where they were, with nothing lost that was acknowledged (${kills} kills)`, async () => {
    for (let round = 0; round < kills; round++) {
      await sendUntilKilled(round, all, open)
      await server.comeBack()
    }
    await Promise.all([...open.values()].map(goOn))
    expect(all.length).toBeGreaterThan(clients)
    expect(all.every(({ file }) => file)).toBe(true)
  }, 300_000)

  it('are stored byte for byte, each once', async () => {
    for (const { bytes, dossier, file } of all) {
      expect(file!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect((await ask('GET', `/api/dossiers/${dossier}`)).body.files).toEqual([file])
      const stored = readFileSync(join(server.dataDir, 'files', file!.id.slice(0, 2), file!.id))
      expect(stored.equals(bytes)).toBe(true)
    }
    console.info(`${kills} kills, ${all.length} files, 0 lost, 0 twice`)
  }, 120_000)

  it('leave nothing behind once it is swept', async () => {
    await server.kill()
    const database = await openSqlite(join(server.dataDir, 'db'), () => undefined)
    const storage = await createDiskStorage(join(server.dataDir, 'files'))
    await sweepFiles({ config: { dataDir: server.dataDir } as never, database, storage, now: () => new Date(Date.now() + limits.leftoverMs + 60_000).toISOString(), log: { info: () => undefined } as never })
    await database.close()
    const stored = readdirSync(join(server.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{8}-/.test(name))
    const plain = new Sqlite(join(server.dataDir, 'db', 'motcua.db'))
    const rows = plain.prepare('SELECT id FROM file').all() as { id: string }[]
    expect(plain.prepare('SELECT COUNT(*) AS n FROM upload').get()).toEqual({ n: 0 })
    plain.close()
    expect(stored.map((name) => name.split('/').at(-1)).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(readdirSync(join(server.dataDir, 'uploads'))).toEqual([])
  }, 60_000)
})
