import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts, demoPassword, type DemoPerson } from '../../../server/accounts/demo-accounts.ts'
import { limits } from '../../../server/limits.ts'
import { openOfficeOn, type Engine } from '../../fixtures/engines.ts'
import { cookieOf, type Office, type Reply } from '../../fixtures/open-office.ts'

const second = 1000
const minute = 60 * second

describe.each<Engine>(['sqlite', 'postgres'])('the life of a session on %s', (engine) => {
  let office: Office
  beforeAll(async () => { office = await openOfficeOn(engine) })
  afterAll(() => office.close())

  const request = async (cookie: string, method: string, path: string, body?: unknown): Promise<Reply> => (await office.as()).send(method, path, body, cookie ? { Cookie: cookie } : {})
  const signIn = async (who: DemoPerson): Promise<string> => {
    const reply = await request('', 'POST', '/api/session', { email: demoAccounts[who].email, password: demoPassword })
    expect(reply.status, reply.text).toBe(201)
    return cookieOf(reply)
  }
  /** As if the sessions had begun and been used that long ago; what was read of them is believed for a second. */
  const age = async (seen: number, began = seen): Promise<void> => {
    const at = (ms: number): string => new Date(Date.now() - ms).toISOString()
    await office.deps.database.commit([{ sql: 'UPDATE "session" SET "updatedAt" = ?, "createdAt" = ?', parameters: [at(seen), at(began)] }])
    await new Promise((resolve) => setTimeout(resolve, limits.sessionCacheMs + 50))
  }
  const isKnown = async (cookie: string): Promise<boolean> => (await request(cookie, 'GET', '/api/session')).body.account !== null

  it.each<[DemoPerson, keyof typeof limits.sessions]>([['applicant', 'applicant'], ['specialist', 'staff'], ['administrator', 'staff']])('ends the one of %s when it was idle for as long as a %s may be', async (who, kind) => {
    const cookie = await signIn(who)
    const { idle } = limits.sessions[kind]
    await age(idle * second - minute)
    expect(await isKnown(cookie)).toBe(true)
    await age(idle * second + second)
    expect(await isKnown(cookie)).toBe(false)
    expect((await request(cookie, 'GET', who === 'applicant' ? '/api/dossiers' : '/api/tasks')).status).toBe(401)
  })

  it('lets it live on by each request of work, and not by asking about it', async () => {
    const cookie = await signIn('applicant')
    const { idle } = limits.sessions.applicant
    await age(idle * second - 2 * minute)
    const before = (await request(cookie, 'GET', '/api/session')).body.endsAt as string
    expect(Date.parse(before) - Date.now()).toBeLessThan(3 * minute)
    await request(cookie, 'GET', '/api/dossiers')
    const after = (await request(cookie, 'GET', '/api/session')).body.endsAt as string
    expect(Date.parse(after) - Date.now()).toBeGreaterThan(idle * second - minute)
  })

  it('renews it when the person says that they are still there, but never past its whole life', async () => {
    const cookie = await signIn('applicant')
    const { idle, whole } = limits.sessions.applicant
    await age(idle * second - 2 * minute, whole * second - 10 * minute)
    const renewed = await request(cookie, 'POST', '/api/session/renewal', {})
    expect(renewed.status).toBe(200)
    expect(Date.parse(renewed.body.endsAt) - Date.now()).toBeLessThanOrEqual(10 * minute)
    await age(0, whole * second + second)
    expect(await isKnown(cookie)).toBe(false)
    expect((await request(cookie, 'POST', '/api/session/renewal', {})).status).toBe(401)
  })

  it('ends all sessions of an account that is suspended at once, and lets it begin no other until it is restored', async () => {
    const [first, second] = [await signIn('head'), await signIn('head')]
    const administrator = await signIn('administrator')
    const { id } = (await request(first, 'GET', '/api/session')).body.account as { id: string }
    const suspend = (suspended: boolean, by = administrator): Promise<Reply> => request(by, 'PUT', `/api/accounts/${id}/suspension`, { suspended })
    expect((await suspend(true, await signIn('reviewer'))).status).toBe(403)
    expect((await suspend(true)).body).toEqual({ suspended: true })
    for (const cookie of [first, second]) expect([await isKnown(cookie), (await request(cookie, 'GET', '/api/tasks')).status]).toEqual([false, 401])
    const again = await request('', 'POST', '/api/session', { email: demoAccounts.head.email, password: demoPassword })
    const unknown = await request('', 'POST', '/api/session', { email: 'khongco@demo.motcua.vn', password: demoPassword })
    expect([again.status, { ...again.body, instance: '' }]).toEqual([401, { ...unknown.body, instance: '' }])
    expect((await suspend(false)).status).toBe(200)
    expect(await isKnown(await signIn('head'))).toBe(true)
  })

  it('lets no administrator suspend themselves', async () => {
    const cookie = await signIn('administrator')
    const { id } = (await request(cookie, 'GET', '/api/session')).body.account as { id: string }
    expect((await request(cookie, 'PUT', `/api/accounts/${id}/suspension`, { suspended: true })).status).toBe(403)
    expect((await request(cookie, 'PUT', '/api/accounts/khong-co-ai-ca/suspension', { suspended: true })).status).toBe(404)
  })

  it('clears what the browser kept when somebody signs out', async () => {
    const ended = await request(await signIn('applicant'), 'DELETE', '/api/session')
    expect([ended.status, ended.headers.get('Clear-Site-Data')]).toEqual([204, '"cache", "storage"'])
  })
})
