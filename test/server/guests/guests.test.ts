import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/repository.ts'
import { forgetGuests } from '../../../server/guests/forget-guests.ts'
import { limits } from '../../../server/limits.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import { cookieOf, type Office, type Reply, type Revision } from '../../fixtures/open-office.ts'

describe.each<Engine>(['sqlite', 'postgres'])('filing without an account on %s', (engine) => {
  let office: Office
  let procedure: Revision
  beforeAll(async () => {
    office = await openOfficeOn(engine)
    procedure = await office.publish(buildProcedure())
  })
  afterAll(() => office.close())

  const request = async (cookie: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
    (await office.as()).send(method, path, body, { ...(cookie && { Cookie: cookie }), ...headers })
  const later = (ms: number): void => { office.clock.now = new Date(Date.parse(office.clock.now) + ms).toISOString() }
  const day = 24 * 3600_000

  const begin = async (cookie = '') => {
    const reply = await request(cookie, 'POST', '/api/dossiers', { procedure: procedure.id })
    expect(reply.status, reply.text).toBe(201)
    const own = cookie || cookieOf(reply)
    return { reply, cookie: own, dossier: reply.body.dossier as { id: string; version: number }, code: async () => (await request(own, 'GET', '/api/session')).body.guest.code as string }
  }
  const save = (cookie: string, id: string, version: number, answers: unknown) => request(cookie, 'PUT', `/api/dossiers/${id}/answers`, { answers }, { 'If-Match': `"${version}"` })
  const submit = (cookie: string, id: string, version: number) =>
    request(cookie, 'POST', `/api/dossiers/${id}/submission`, {}, { 'If-Match': `"${version}"`, 'Idempotency-Key': crypto.randomUUID() })

  it('makes a guest of a stranger with the first draft, known by a cookie that scripts and other sites never see', async () => {
    const { reply, cookie, dossier, code } = await begin()
    const [set] = reply.headers.getSetCookie()
    expect(set).toMatch(/^guest=[A-Za-z0-9_-]{43}; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${limits.guestSeconds}`]) expect(set).toContain(flag)
    expect(reply.body.dossier.applicantId).toMatch(/^guest:[0-9a-f-]{36}$/)
    expect(await code()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect((await request(cookie, 'GET', '/api/session')).body.account).toBeNull()

    const second = await begin(cookie)
    expect(second.reply.headers.getSetCookie()).toEqual([])
    expect((await request(cookie, 'GET', '/api/dossiers')).body.dossiers.map(({ id }: { id: string }) => id).sort()).toEqual([dossier.id, second.dossier.id].sort())
  })

  it('stores neither the code nor the cookie, only their hashes', async () => {
    const { cookie, code } = await begin()
    const rows = JSON.stringify([await office.deps.database.read('SELECT * FROM guest'), await office.deps.database.read('SELECT * FROM guest_device')])
    for (const secret of [cookie.split('=')[1]!, await code(), (await code()).replaceAll('-', '')]) expect(rows).not.toContain(secret)
  })

  it('lets a guest do with their own dossier what any applicant may, and names the dossier by its answers', async () => {
    const { cookie, dossier } = await begin()
    expect((await save(cookie, dossier.id, 1, simpleAnswers())).body).toEqual({ version: 2 })
    const filed = await submit(cookie, dossier.id, 2)
    expect([filed.status, filed.body.dossier.state]).toEqual([201, 'open'])
    expect((await request(cookie, 'GET', `/api/dossiers/${dossier.id}`)).body.events).toHaveLength(1)
    const withdrawn = await request(cookie, 'POST', `/api/dossiers/${dossier.id}/withdrawal`, { version: filed.body.dossier.version, reason: 'Nhầm' })
    expect(withdrawn.status, withdrawn.text).toBe(200)
    expect((await verifyAudit(office.deps.database)).faults).toEqual([])
  })

  it.each(['another guest', 'an account', 'an officer', 'nobody', 'a forged cookie', 'a shortened cookie'])('shows a draft of a guest to %s as little as one that is not there', async (who) => {
    const { cookie, dossier } = await begin()
    const as: Record<string, () => Promise<string | 'applicant' | 'oneStop'>> = {
      'another guest': async () => (await begin()).cookie, 'nobody': async () => '', 'a forged cookie': async () => `guest=${'A'.repeat(43)}`,
      'a shortened cookie': async () => cookie.slice(0, -1), 'an account': async () => 'applicant', 'an officer': async () => 'oneStop',
    }
    const other = await as[who]!()
    const send = other === 'applicant' || other === 'oneStop' ? (await office.as(other)).send : (...given: [string, string, unknown?, Record<string, string>?]) => request(other, ...given)
    const stranger = other === '' || who.includes('cookie')
    const at = { 'If-Match': '"1"' }
    for (const [method, path, body, headers] of [
      ['GET', `/api/dossiers/${dossier.id}`], ['PUT', `/api/dossiers/${dossier.id}/answers`, { answers: {} }, at], ['DELETE', `/api/dossiers/${dossier.id}`],
      ['POST', `/api/dossiers/${dossier.id}/submission`, {}, { ...at, 'Idempotency-Key': crypto.randomUUID() }], ['POST', `/api/dossiers/${dossier.id}/withdrawal`, { version: 1, reason: 'x' }],
      ['POST', `/api/files?dossier=${dossier.id}&question=/tep`, '%PDF-1.7', { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.pdf' }],
    ] as [string, string, unknown?, Record<string, string>?][]) {
      const reply = await send(method, path, body, headers)
      expect([who, method, path, reply.status]).toEqual([who, method, path, expect.toBeOneOf(stranger ? [401] : [403, 404])])
    }
    expect((await request(cookie, 'GET', `/api/dossiers/${dossier.id}`)).status).toBe(200)
  })

  it('gives a guest no part in what officers and administrators do', async () => {
    const { cookie } = await begin()
    for (const path of ['/api/tasks', '/api/tasks?tab=filed', '/api/designer/procedures', '/api/designer/change-requests']) expect([path, (await request(cookie, 'GET', path)).status]).toEqual([path, 403])
  })

  it('asks to sign in where the law wants to know who files', async () => {
    const strict = await office.publish({ ...buildProcedure('1.000009'), info: { ...buildProcedure('1.000009').info, identification: 'account' } })
    const refused = await request('', 'POST', '/api/dossiers', { procedure: strict.id })
    expect([refused.status, refused.body.detail, refused.headers.getSetCookie()]).toEqual([401, expect.stringContaining('đăng nhập'), []])
    const { cookie } = await begin()
    expect((await request(cookie, 'POST', '/api/dossiers', { procedure: strict.id })).status).toBe(401)
    expect((await request(cookie, 'POST', '/api/submissions', { procedure: strict.id, revision: strict.hash, answers: simpleAnswers() }, { 'Idempotency-Key': crypto.randomUUID() })).status).toBe(401)
    expect((await (await office.as('applicant')).post('/api/dossiers', { procedure: strict.id })).status).toBe(201)
  })

  it('opens the same dossiers on another device to whoever has the code, however it is typed, and keeps the first device', async () => {
    const { cookie, dossier, code } = await begin()
    await save(cookie, dossier.id, 1, { ten: 'An' })
    const spoken = (await code()).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'I').replaceAll('-', ' – ')
    const resumed = await request('', 'POST', '/api/guest/resumption', { code: `  ${spoken} ` })
    expect([resumed.status, resumed.body.guest.code]).toEqual([200, await code()])
    const other = cookieOf(resumed)
    expect(other).not.toBe(cookie)
    for (const each of [cookie, other]) expect((await request(each, 'GET', `/api/dossiers/${dossier.id}`)).body.dossier.answers).toEqual({ ten: 'An' })

    const left = await request(other, 'DELETE', '/api/guest')
    expect([left.status, left.headers.get('Clear-Site-Data')]).toEqual([204, '"cache", "storage"'])
    expect([(await request(other, 'GET', `/api/dossiers/${dossier.id}`)).status, (await request(cookie, 'GET', `/api/dossiers/${dossier.id}`)).status]).toEqual([401, 200])
  })

  it('answers a code that is wrong, short or nonsense with the same words', async () => {
    const { code } = await begin()
    const wrong = (await code()).replace(/^./, (letter) => (letter === '7' ? '8' : '7'))
    const replies = await Promise.all([wrong, '0000-0000-0000-0000', 'ABC', '', "' OR 1=1 --", 'UUUU-UUUU-UUUU-UUUU'].map((each) => request('', 'POST', '/api/guest/resumption', { code: each })))
    for (const reply of replies) {
      expect([reply.status, { ...reply.body, instance: '' }, reply.headers.getSetCookie()]).toEqual([404, { ...replies[0]!.body, instance: '' }, []])
      expect(reply.body.errors).toEqual([expect.objectContaining({ pointer: '#/code' })])
    }
  })

  it('sends the code to an address, and nothing about the dossier with it', async () => {
    const { cookie, code } = await begin()
    expect((await request(cookie, 'POST', '/api/guest/letter', { email: 'khong phai thu' })).status).toBe(422)
    expect((await request('', 'POST', '/api/guest/letter', { email: 'a@example.vn' })).status).toBe(401)
    for (let i = 0; i < limits.lettersPerGuest.most; i++) expect((await request(cookie, 'POST', '/api/guest/letter', { email: `nguoi${i}@example.vn` })).status).toBe(204)
    const over = await request(cookie, 'POST', '/api/guest/letter', { email: 'nua@example.vn' })
    expect([over.status, Number(over.headers.get('Retry-After'))]).toEqual([429, expect.toSatisfy((s: number) => s > 0 && s <= 3600)])
    expect(await code()).toBeTruthy()
  })

  it('takes everything into the account when its owner asks, notes it, and ends the guest', async () => {
    const { cookie, dossier, code } = await begin()
    await save(cookie, dossier.id, 1, simpleAnswers())
    const filed = (await submit(cookie, dossier.id, 2)).body.dossier
    const draft = (await begin(cookie)).dossier
    const known = await code()
    const signedIn = await request(cookie, 'POST', '/api/session', { email: 'congdan@demo.motcua.vn', password: 'MotCua-2026' })
    const both = `${cookie}; ${cookieOf(signedIn)}`
    expect((await request(both, 'GET', '/api/session')).body).toMatchObject({ account: { name: 'Vũ Công Dân' }, guestDossiers: 2 })
    expect((await request(both, 'GET', `/api/dossiers/${draft.id}`)).status).toBe(404)
    expect((await request(cookie, 'POST', '/api/guest/take-over', {})).status).toBe(401)

    expect((await request(both, 'POST', '/api/guest/take-over', {})).body).toEqual({ dossiers: 2 })
    const account = cookieOf(signedIn)
    const seen = (await request(account, 'GET', `/api/dossiers/${filed.id}`)).body
    expect(seen.dossier.answers).toEqual(filed.answers)
    expect(seen.events.map(({ type }: { type: string }) => type)).toEqual(['submit', 'takeOver'])
    const opened2 = (await request(account, 'GET', `/api/dossiers/${draft.id}`)).body.dossier
    expect((await save(account, draft.id, opened2.version, simpleAnswers())).status).toBe(200)
    expect((await submit(account, draft.id, opened2.version + 1)).status).toBe(201)
    expect((await request('', 'POST', '/api/guest/resumption', { code: known })).status).toBe(404)
    expect((await request(both, 'POST', '/api/guest/take-over', {})).status).toBe(404)
    expect((await verifyAudit(office.deps.database)).faults).toEqual([])
  })

  it('gives dossiers to one of two accounts that take them at once', async () => {
    const { cookie, dossier } = await begin()
    const cookies = await Promise.all(['congdan', 'congdan'].map(async (name) => `${cookie}; ${cookieOf(await request('', 'POST', '/api/session', { email: `${name}@demo.motcua.vn`, password: 'MotCua-2026' }))}`))
    const replies = await Promise.all(cookies.map((each) => request(each, 'POST', '/api/guest/take-over', {})))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, expect.toBeOneOf([404, 409])])
    expect((await request(cookies[0]!, 'GET', `/api/dossiers/${dossier.id}`)).status).toBe(200)
  })

  it('knows a guest for thirty days after the last use, and forgets drafts after that, but nothing that was filed', async () => {
    const idle = await begin()
    const idleCode = await idle.code()
    const filing = await begin()
    const filedCode = await filing.code()
    await save(filing.cookie, filing.dossier.id, 1, simpleAnswers())
    await submit(filing.cookie, filing.dossier.id, 2)
    const used = await begin()

    later(20 * day)
    expect((await request(used.cookie, 'GET', `/api/dossiers/${used.dossier.id}`)).status).toBe(200)
    later(11 * day)
    // A cookie that was read is believed for a second of the machine's time.
    await new Promise((resolve) => setTimeout(resolve, limits.sessionCacheMs + 100))
    expect((await request(idle.cookie, 'GET', `/api/dossiers/${idle.dossier.id}`)).status).toBe(401)
    expect((await request('', 'POST', '/api/guest/resumption', { code: idleCode })).status).toBe(404)
    expect((await request(used.cookie, 'GET', `/api/dossiers/${used.dossier.id}`)).status).toBe(200)
    expect((await request('', 'POST', '/api/guest/resumption', { code: filedCode })).status).toBe(200)

    await forgetGuests(office.deps)
    const drafts = await office.deps.database.read<{ id: string }>(`SELECT id FROM dossier WHERE id IN (?, ?, ?)`, [idle.dossier.id, filing.dossier.id, used.dossier.id])
    expect(drafts.map(({ id }) => id).sort()).toEqual([filing.dossier.id, used.dossier.id].sort())
  })
})
