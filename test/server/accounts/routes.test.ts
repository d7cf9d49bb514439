import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentity } from '../../../server/accounts/better-auth-identity.ts'
import { demoAccounts, demoPassword } from '../../../server/accounts/demo-accounts.ts'
import { limits } from '../../../server/limits.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import { cookieOf, type Office, type Reply } from '../../fixtures/open-office.ts'

describe.each<Engine>(['sqlite', 'postgres'])('signing in on %s', (engine) => {
  let office: Office
  beforeAll(async () => { office = await openOfficeOn(engine) })
  afterAll(() => office.close())

  const signIn = async (email: string, password: string, headers: Record<string, string> = {}): Promise<Reply> => (await office.as()).post('/api/session', { email, password }, headers)
  const whoIs = async (cookie: string) => (await (await office.as()).send('GET', '/api/session', undefined, { Cookie: cookie })).body.account

  it('says who somebody is, with their roles, and keeps it from scripts and other sites', async () => {
    const { email, name, roles, unit } = demoAccounts.oneStop
    const reply = await signIn(email.toUpperCase(), demoPassword)
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name, email, roles, unit, units: ['clerk', 'one-stop'].map((role) => ({ unit: 'mot-cua', role })) })
    const [cookie] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/^sid=[^;]{40,}; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${limits.sessionSeconds}`]) expect(cookie).toContain(flag)
    expect(await whoIs(cookieOf(reply))).toEqual(reply.body)
  })

  it('gives a wrong password and an unknown e-mail the same answer', async () => {
    const [wrong, unknown] = [await signIn(demoAccounts.head.email, 'sai'), await signIn('khongco@demo.motcua.vn', 'sai')]
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' })
    expect(wrong.body.detail).toContain('mật khẩu chưa đúng')
    expect((await signIn(demoAccounts.head.email, 'sai', { 'Accept-Language': 'en' })).body.detail).toContain('password is not right')
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  it.each([[''], ['không phải thư'], ["' OR 1=1 --"], ['a@b\n.vn'], ['x'.repeat(254)]])('does not stumble over %j as an e-mail', async (email) => {
    expect([401, 422]).toContain((await signIn(email, demoPassword)).status)
  })

  it('ends a session at once, also for whoever kept the cookie', async () => {
    const reply = await signIn(demoAccounts.reviewer.email, demoPassword)
    const cookie = cookieOf(reply)
    expect(await whoIs(cookie)).not.toBeNull()
    const ended = await (await office.as()).send('DELETE', '/api/session', undefined, { Cookie: cookie })
    expect(ended.status).toBe(204)
    expect(ended.headers.getSetCookie().join()).toMatch(/sid=;.*Max-Age=0/)
    expect(await whoIs(cookie)).toBeNull()
  })

  it('takes no cookie that it did not sign', async () => {
    const cookie = cookieOf(await signIn(demoAccounts.reviewer.email, demoPassword))
    const forged = cookie.replace(/sid=(.)/, (_, first: string) => `sid=${first === 'a' ? 'b' : 'a'}`)
    expect(await whoIs(forged)).toBeNull()
    expect(await whoIs(cookie.slice(0, -8))).toBeNull()
    expect(await whoIs('sid=undefined')).toBeNull()
  })

  it('stops guessing at one account, lets others in, and forgets after a while', async () => {
    const { email } = demoAccounts.specialist
    const attempts: number[] = []
    for (let i = 0; i < limits.signInsPerAccount.most + 3; i++) attempts.push((await signIn(i % 2 ? email : email.toUpperCase(), 'sai')).status)
    expect(attempts).toEqual([...Array<number>(limits.signInsPerAccount.most).fill(401), 429, 429, 429])
    const right = await signIn(email, demoPassword)
    expect([right.status, right.body.detail]).toEqual([429, expect.stringContaining('đợi vài phút')])
    expect((await signIn(demoAccounts.applicant.email, demoPassword)).status).toBe(201)

    office.clock.now = new Date(Date.parse(office.clock.now) + limits.signInsPerAccount.seconds * 1000 + 1000).toISOString()
    expect((await signIn(email, demoPassword)).status).toBe(201)
  })

  it('keeps no password that could be read', async () => {
    const rows = await office.deps.database.read<{ password: string }>('SELECT "password" FROM "account"')
    expect(rows.length).toBeGreaterThan(0)
    for (const { password } of rows) expect(password).toMatch(/^scrypt\$\d+\$[0-9a-f]{32}\$[0-9a-f]{64}$/)
    expect(new Set(rows.map((row) => row.password)).size).toBe(rows.length)
  })

  it('takes an e-mail once', async () => {
    const { identity } = office.deps
    expect(await identity.createAccount({ ...demoAccounts.applicant, email: demoAccounts.applicant.email.toUpperCase() })).toBeUndefined()
  })

  it('binds the cookie to the host where the site is reached by HTTPS', async () => {
    const identity = createIdentity({ database: office.deps.database, config: { publicUrl: 'https://motcua.example.vn' }, secret: 'x'.repeat(40), passwordCost: 10 })
    const signedIn = await identity.signIn(demoAccounts.applicant.email, demoPassword, new Headers())
    expect(signedIn?.cookies[0]).toMatch(/^__Host-sid=/)
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(signedIn?.cookies[0]).toContain(flag)
    expect(signedIn?.cookies[0]).not.toContain('Domain')
  })

  it('exposes no address of the accounts library', async () => {
    const nobody = await office.as()
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/ok']) {
      expect([401, 404]).toContain((await nobody.post(path, { email: 'a@b.vn', password: 'x'.repeat(12), name: 'A' })).status)
    }
  })
})
