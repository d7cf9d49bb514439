import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Procedure } from '#schemas/generated/types.ts'
import { demoAccounts, demoPassword, type DemoPerson } from '../../../server/accounts/demo-accounts.ts'
import { createApp } from '../../../server/app.ts'
import { sweepFiles } from '../../../server/files/sweep-files.ts'
import { limits } from '../../../server/limits.ts'
import { bytesOf } from '../../contracts/storage.contract.ts'
import { buildProcedure } from '../../fixtures/build.ts'

import { openOffice, type Office } from '../../fixtures/open-office.ts'
import { samplePdf, samplePng } from '../../fixtures/sample-files.ts'

const pdf = (size = 2000): Buffer => samplePdf({ filler: randomBytes(size) })

const withFile = (): Procedure => {
  const procedure = buildProcedure()
  Object.assign(procedure.form!.schema.properties, {
    tep: { type: 'object', title: 'Giấy tờ', properties: { donXin: { type: 'array', title: 'Đơn', maxItems: 3, items: { type: 'string', pattern: '^[0-9a-f-]{36}$', maxLength: 36 }, 'x-field': 'file', 'x-file': { accept: ['pdf'], maxBytes: 1_048_576 } } } },
  })
  procedure.form!.pages[0]!.sections[0]!.questions.push('/tep/donXin')
  return procedure
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  bytes: Buffer
}

describe('files, through a real port', () => {
  let office: Office
  let server: Server
  let port: number
  let dossier: string
  let files: string

  beforeAll(async () => {
    office = await openOffice()
    files = join(office.deps.config.dataDir, 'files')
    const { id } = await office.publish(withFile())
    dossier = (await (await office.as('applicant')).post('/api/dossiers', { procedure: id })).body.dossier.id
    await new Promise<void>((resolve) => {
      server = serve({ fetch: createApp(office.deps).fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
        port = info.port
        resolve()
      }) as Server
    })
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await office.close()
  })

  const cookies = new Map<DemoPerson, Promise<string>>()
  const cookieOf = (who: DemoPerson): Promise<string> => {
    const known = cookies.get(who) ?? send('POST', '/api/session', { 'Content-Type': 'application/json' }, Buffer.from(JSON.stringify({ email: demoAccounts[who].email, password: demoPassword })))
      .then((answer) => String(answer.headers['set-cookie']).split(';')[0]!)
    cookies.set(who, known)
    return known
  }

  const send = (method: string, path: string, headers: Record<string, string | number>, body: Buffer | (() => Iterable<Buffer>) = Buffer.alloc(0)): Promise<Answer> => new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(parts) }))
    })
    sent.on('error', reject)
    if (Buffer.isBuffer(body)) sent.end(body)
    else {
      for (const part of body()) sent.write(part)
      sent.end()
    }
  })

  const upload = async (bytes: Buffer | (() => Iterable<Buffer>), { who = 'applicant', name = 'Đơn xin.pdf', question = '/tep/donXin', to = dossier, type = 'application/octet-stream' }: { who?: DemoPerson; name?: string; question?: string; to?: string; type?: string } = {}) => {
    const answer = await send('POST', `/api/files?dossier=${to}&question=${encodeURIComponent(question)}`, { Cookie: await cookieOf(who), 'Content-Type': type, 'X-File-Name': encodeURIComponent(name) }, bytes)
    return { ...answer, body: JSON.parse(answer.bytes.toString()) as { id: string; type: string; title: string; detail: string; errors?: { detail: string }[] } & Record<string, unknown> }
  }
  const download = async (id: string, who: DemoPerson): Promise<Answer> => send('GET', `/api/files/${id}`, { Cookie: await cookieOf(who) })
  const stored = (): string[] => readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((file) => /[0-9a-f]{8}-/.test(file))

  const staged = (): string[] => readdirSync(join(office.deps.config.dataDir, 'uploads'))

  it('keeps what was sent, byte for byte, and says what it is', async () => {
    const bytes = pdf(700_000)
    const { status, body } = await upload(bytes)
    expect(status).toBe(201)
    expect(body).toEqual({ id: expect.any(String), name: 'Đơn xin.pdf', size: bytes.length, type: 'pdf', question: '/tep/donXin', sha256: createHash('sha256').update(bytes).digest('hex') })

    const answer = await download(body.id, 'applicant')
    expect(answer.bytes.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="Don xin.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20xin.pdf`, 'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
    })
  })

  it.each<[string, string, () => Buffer]>([
    ['a picture that is called a document', 'Chỉ nhận tệp PDF.', () => samplePng()],
    ['a page', 'Đây là trang web', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with code', 'Không nhận hình SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', 'Đây là một chương trình', () => Buffer.concat([Buffer.from('MZ'), randomBytes(300)])],
    ['nothing', 'Tệp này trống', () => Buffer.alloc(0)],
  ])('refuses %s by its content, says what to do, and leaves nothing behind', async (_, said, make) => {
    const before = stored()
    const { status, body } = await upload(make(), { name: 'don.pdf' })
    expect([status, body.title, body.errors?.[0]?.detail]).toEqual([422, 'Chưa nhận được tệp này', expect.stringContaining(said)])
    expect([stored(), staged()]).toEqual([before, []])
  })

  it('refuses a file that is larger than the question allows, whether or not it says so', async () => {
    const before = stored()
    const declared = await upload(pdf(1_048_576))
    expect([declared.status, declared.body.errors?.[0]?.detail]).toEqual([413, expect.stringContaining('tối đa 1 MB')])
    const streamed = await upload(function * () {
      yield Buffer.from('%PDF-1.4')
      for (let i = 0; i < 40; i++) yield randomBytes(65_536)
    })
    expect(streamed.status).toBe(413)
    expect(stored()).toEqual(before)
  })

  it('leaves nothing of an upload that breaks off', async () => {
    const before = stored()
    const cookie = await cookieOf('applicant')
    await new Promise<void>((resolve) => {
      const sent = request({ host: '127.0.0.1', port, method: 'POST', path: `/api/files?dossier=${dossier}&question=/tep/donXin`, headers: { Cookie: cookie, 'Content-Type': 'application/octet-stream', 'Content-Length': 500_000 } })
      sent.on('error', () => resolve())
      sent.write(pdf(100_000))
      setTimeout(() => sent.destroy(), 100)
    })
    await expect.poll(stored, { timeout: 5000 }).toEqual(before)
    expect((await upload(pdf())).status).toBe(201)
  })

  it('takes files only for questions that ask for them, in dossiers of one’s own', async () => {
    expect((await upload(pdf(), { question: '/ten' })).status).toBe(422)
    expect((await upload(pdf(), { question: '/__proto__' })).status).toBe(422)
    expect((await upload(pdf(), { to: crypto.randomUUID() })).status).toBe(404)
    expect((await upload(pdf(), { to: '../x' })).status).toBe(404)
    expect((await upload(pdf(), { who: 'specialist' })).status).toBe(404)
    expect((await upload(pdf(), { who: 'administrator' })).status).toBe(404)
    expect((await upload(pdf(), { type: 'multipart/form-data; boundary=x' })).status).toBe(415)
  })

  it('shows the files of a draft to nobody but its owner', async () => {
    const { body } = await upload(pdf())
    for (const who of ['specialist', 'oneStop', 'administrator'] as const) expect((await download(body.id, who)).status).toBe(404)
    expect((await send('GET', `/api/files/${body.id}`, {})).status).toBe(401)
    expect((await send('DELETE', `/api/files/${body.id}`, { Cookie: await cookieOf('specialist') })).status).toBe(404)
    expect((await download(body.id, 'applicant')).status).toBe(200)
  })

  it('removes a file of a draft, bytes and all', async () => {
    const { body } = await upload(pdf())
    expect((await send('DELETE', `/api/files/${body.id}`, { Cookie: await cookieOf('applicant') })).status).toBe(204)
    expect((await download(body.id, 'applicant')).status).toBe(404)
    expect(stored().some((file) => file.endsWith(body.id))).toBe(false)
  })

  it('breaks a download off rather than give bytes that are not what was sent', async () => {
    const { body } = await upload(pdf(5000))
    const file = join(files, body.id.slice(0, 2), body.id)
    writeFileSync(file, readFileSync(file).fill(7, 4000, 4001))
    await expect(download(body.id, 'applicant')).rejects.toThrow()
    truncateSync(file, 100)
    await expect(download(body.id, 'applicant')).rejects.toThrow()
  })

  it('stops at the number of files that a dossier may have', async () => {
    const present = (await office.deps.database.read('SELECT id FROM file')).length
    const answers = await Promise.all(Array.from({ length: limits.filesPerDossier - present }, () => upload(pdf(10))))
    expect(answers.every((answer) => answer.status === 201)).toBe(true)
    const last = await upload(pdf(10))
    expect([last.status, last.body.detail]).toEqual([413, expect.stringContaining('quá nhiều tệp')])
  })

  it('sweeps away what a crash left, and nothing else', async () => {
    const orphan = crypto.randomUUID()
    await office.deps.storage.put(orphan, bytesOf(pdf(10)))
    const before = stored().length
    expect(await sweepFiles({ ...office.deps, now: () => new Date().toISOString() })).toBe(0)
    expect(await sweepFiles({ ...office.deps, now: () => new Date(Date.now() + limits.leftoverMs + 1000).toISOString() })).toBe(1)
    expect(stored()).toHaveLength(before - 1)
    expect(await office.deps.storage.get(orphan)).toBeUndefined()
    rmSync(files, { recursive: true, force: true })
  })
})
