import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FileInfo, UploadState } from '#schemas/generated/types.ts'
import { sweepFiles } from '../../../server/files/sweep-files.ts'
import { limits } from '../../../server/limits.ts'
import { askingForFiles } from '../../fixtures/asking-for-files.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import type { Reply } from '../../fixtures/open-office.ts'
import { samplePdf, samplePng } from '../../fixtures/sample-files.ts'

describe.each<Engine>(['sqlite', 'postgres'])('uploads in pieces on %s', (engine) => {
  const { office, citizen, procedure } = sharedCounter(engine, askingForFiles())
  let dossier: string
  beforeEach(async () => {
    // Everyday limits count by the minute.
    office.clock.now = new Date(Date.parse(office.clock.now) + 120_000).toISOString()
    dossier = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier.id
  })

  const pdf = (size: number): Buffer => samplePdf({ filler: randomBytes(size) })
  const begin = async (bytes: Buffer, more: Record<string, unknown> = {}): Promise<Reply> =>
    citizen.post('/api/uploads', { dossier, question: '/tep/donXin', name: 'Đơn xin.pdf', size: bytes.length, mark: 'a', ...more })
  const send = (id: string, bytes: Uint8Array, offset: number | string, who = citizen): Promise<Reply> =>
    who.send('PUT', `/api/uploads/${id}`, new Uint8Array(bytes), { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) })
  const staged = (): string[] => readdirSync(join(office.deps.config.dataDir, 'uploads'))
  const start = async (bytes: Buffer): Promise<string> => ((await begin(bytes)).body as UploadState).id

  it('puts the pieces together to the file that was announced', async () => {
    const bytes = pdf(600_000)
    const begun = await begin(bytes)
    expect([begun.status, begun.body]).toEqual([201, { id: expect.any(String), size: bytes.length, offset: 0, pieceBytes: limits.uploadPieceBytes }])
    const { id } = begun.body as UploadState

    const first = await send(id, bytes.subarray(0, 400_000), 0)
    expect([first.status, first.body.offset, first.headers.get('Upload-Offset')]).toEqual([200, 400_000, '400000'])
    const last = await send(id, bytes.subarray(400_000), 400_000)

    expect([last.status, last.body]).toEqual([201, { id, name: 'Đơn xin.pdf', size: bytes.length, type: 'pdf', question: '/tep/donXin', sha256: expect.any(String) }])
    expect((await citizen.get(`/api/dossiers/${dossier}`)).body.files).toEqual([last.body])
    expect(staged()).toEqual([])
  })

  it('says where it stands, also to those who ask for the head only', async () => {
    const bytes = pdf(100_000)
    const id = await start(bytes)
    await send(id, bytes.subarray(0, 30_000), 0)
    expect((await citizen.get(`/api/uploads/${id}`)).body.offset).toBe(30_000)
    const head = await citizen.send('HEAD', `/api/uploads/${id}`)
    expect([head.status, head.headers.get('Upload-Offset'), head.headers.get('Upload-Length')]).toEqual([200, '30000', String(bytes.length)])
  })

  it('does not mind a piece that comes twice, wholly or in part', async () => {
    const bytes = pdf(100_000)
    const id = await start(bytes)
    await send(id, bytes.subarray(0, 40_000), 0)
    expect((await send(id, bytes.subarray(0, 40_000), 0)).body.offset).toBe(40_000)
    expect((await send(id, bytes.subarray(30_000, 60_000), 30_000)).body.offset).toBe(60_000)
    const { body } = await send(id, bytes.subarray(60_000), 60_000)
    expect((await citizen.get(`/api/files/${(body as FileInfo).id}`)).status).toBe(200)
  })

  it('gives the same file again when the answer to the last piece was lost', async () => {
    const bytes = pdf(50_000)
    const id = await start(bytes)
    const ended = await send(id, bytes, 0)
    expect((await send(id, new Uint8Array(), bytes.length)).body).toEqual(ended.body)
    expect((await citizen.get(`/api/uploads/${id}`)).body).toEqual(ended.body)
    expect((await citizen.get(`/api/dossiers/${dossier}`)).body.files).toHaveLength(1)
  })

  it('goes on with the same file after a reload, and only with the same', async () => {
    const bytes = pdf(50_000)
    const id = await start(bytes)
    await send(id, bytes.subarray(0, 20_000), 0)
    expect((await begin(bytes)).body).toMatchObject({ id, offset: 20_000 })
    expect((await begin(bytes, { mark: 'b' })).body.id).not.toBe(id)
    expect((await begin(bytes, { question: '/tep/anh' })).body.id).not.toBe(id)
  })

  it('keeps what two senders of one file bring, whoever is faster', async () => {
    const bytes = pdf(300_000)
    const id = await start(bytes)
    const replies = await Promise.all(Array.from({ length: 8 }, () => send(id, bytes, 0)))
    expect(new Set(replies.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1)
    expect(replies.every(({ status }) => status === 201 || status === 200)).toBe(true)
    expect((await citizen.get(`/api/dossiers/${dossier}`)).body.files).toHaveLength(1)
  })

  it('refuses a gap, too much, and a missing offset, and says where it stands', async () => {
    const bytes = pdf(50_000)
    const id = await start(bytes)
    const gap = await send(id, bytes.subarray(10, 20), 10)
    expect([gap.status, gap.body.errors[0].params]).toEqual([409, { offset: 0 }])
    expect((await send(id, Buffer.concat([bytes, Buffer.alloc(10)]), 0)).status).toBe(413)
    for (const offset of ['', '-1', '1.5', 'x', '9'.repeat(30)]) expect((await send(id, bytes, offset)).status).toBe(428)
    expect((await citizen.send('PUT', `/api/uploads/${id}`, '{}', { 'Upload-Offset': '0' })).status).toBe(415)
  })

  it('judges the whole when it is whole, and forgets what it refuses', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const id = await start(page)
    const refused = await send(id, page, 0)
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'file.page'])
    expect([(await citizen.get(`/api/uploads/${id}`)).status, staged().includes(id)]).toEqual([404, false])
  })

  it('refuses beforehand what is too large, 200 MB among them, or not asked for', async () => {
    expect((await begin(pdf(1), { size: 200 * 1048576 })).body.errors[0].detail).toContain('tối đa 1 MB')
    expect((await begin(pdf(1), { question: '/ten' })).status).toBe(422)
    expect((await begin(pdf(1), { size: 0 })).status).toBe(422)
    expect((await begin(pdf(1), { dossier: crypto.randomUUID() })).status).toBe(404)
  })

  it('is seen, continued and given up by nobody else', async () => {
    const bytes = pdf(10_000)
    const id = await start(bytes)
    for (const who of [await office.as('specialist'), await office.as('administrator')]) {
      expect((await who.get(`/api/uploads/${id}`)).status).toBe(404)
      expect((await send(id, bytes, 0, who)).status).toBe(404)
      expect((await who.send('DELETE', `/api/uploads/${id}`)).status).toBe(404)
    }
    expect((await (await office.as()).get(`/api/uploads/${id}`)).status).toBe(401)
    const ended = await send(id, bytes, 0)
    expect(ended.status).toBe(201)
    expect((await (await office.as('specialist')).get(`/api/uploads/${id}`)).status).toBe(404)
  })

  it('is given up when the person says so, and goes with its draft', async () => {
    const bytes = pdf(10_000)
    const id = await start(bytes)
    await send(id, bytes.subarray(0, 100), 0)
    expect((await citizen.send('DELETE', `/api/uploads/${id}`)).status).toBe(204)
    expect([(await citizen.get(`/api/uploads/${id}`)).status, staged().includes(id)]).toEqual([404, false])

    const other = await start(bytes)
    expect((await citizen.send('DELETE', `/api/dossiers/${dossier}`)).status).toBe(204)
    expect((await citizen.get(`/api/uploads/${other}`)).status).toBe(404)
  })

  it('lets a dossier have so many unfinished ones, and no more bytes than fit', async () => {
    const replies = await Promise.all(Array.from({ length: limits.unfinishedPerDossier }, (_, i) => begin(pdf(10), { mark: `m${i}` })))
    expect(replies.every(({ status }) => status === 201)).toBe(true)
    const more = await begin(pdf(10), { mark: 'more' })
    expect([more.status, more.body.detail]).toEqual([429, expect.stringContaining('gửi dở')])
  })

  it('waits for a store that is down: what was sent stays, and the next try needs no byte of it', async () => {
    const bytes = pdf(40_000)
    const id = await start(bytes)
    const { storage } = office.deps
    const { put } = storage
    storage.put = () => Promise.reject(new Error('S3 PUT failed: 503'))
    const down = await send(id, bytes, 0)
    storage.put = put
    expect([down.status, down.body.detail]).toEqual([503, expect.stringContaining('vẫn được giữ')])
    expect((await citizen.get(`/api/uploads/${id}`)).body.offset).toBe(bytes.length)
    expect((await send(id, new Uint8Array(), bytes.length)).status).toBe(201)
  })

  it('shows a picture in place when somebody asks for it, and saves everything else', async () => {
    const picture = samplePng(20, 20)
    const shown = await send((await begin(picture, { question: '/tep/anh', name: 'ảnh thẻ.png' })).body.id, picture, 0)
    const paper = pdf(100)
    const saved = await send(await start(paper), paper, 0)
    const headersOf = async ({ body }: Reply) => (await citizen.get(`/api/files/${body.id}?view=inline`)).headers
    expect((await headersOf(shown)).get('Content-Disposition')).toMatch(/^inline; filename="anh the\.png"/)
    expect((await headersOf(saved)).get('Content-Disposition')).toMatch(/^attachment/)
    for (const headers of [await headersOf(shown), await headersOf(saved)]) expect([headers.get('Content-Security-Policy'), headers.get('X-Content-Type-Options')]).toEqual(["sandbox; default-src 'none'", 'nosniff'])
  })

  it('begins again where the folder of pieces was lost', async () => {
    const bytes = pdf(10_000)
    const id = await start(bytes)
    await send(id, bytes.subarray(0, 5000), 0)
    rmSync(join(office.deps.config.dataDir, 'uploads', id))
    expect((await citizen.get(`/api/uploads/${id}`)).body.offset).toBe(0)
    expect((await send(id, bytes, 0)).status).toBe(201)
  })

  it('lives for a day, then is swept with what it left', async () => {
    const bytes = pdf(10_000)
    const id = await start(bytes)
    await send(id, bytes.subarray(0, 5000), 0)
    const sweepAt = (ms: number) => sweepFiles({ ...office.deps, now: () => new Date(ms).toISOString() })
    await sweepAt(Date.now())
    expect(staged()).toContain(id)
    expect(await sweepAt(Math.max(Date.now(), Date.parse(office.clock.now)) + limits.uploadMs + 60_000)).toBeGreaterThan(0)
    expect([staged(), (await citizen.get(`/api/uploads/${id}`)).status]).toEqual([[], 404])
  })
})
