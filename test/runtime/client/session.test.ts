import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '#runtime/client/session.ts'

const account = { id: '1', name: 'Trần Một Cửa', email: 'motcua@demo.motcua.vn', roles: ['one-stop', 'clerk'] }
/** The answer to what changes the session, and who the server then says is here. */
const serverSays = (status: number, body?: unknown, told: unknown = { account: null }): void => {
  vi.stubGlobal('fetch', async (_path: string, { method }: RequestInit) => (method === 'GET' ? Response.json(told) : new Response(body === undefined ? null : JSON.stringify(body), { status })))
}
const session = useSession()

describe('useSession', () => {
  afterEach(() => { vi.unstubAllGlobals() })

  it('does not know who is there before the server was asked', () => {
    expect(session.account.value).toBeUndefined()
  })

  it('remembers who signed in, for every screen', async () => {
    serverSays(201, account, { account, endsAt: '2026-11-21T03:00:00Z' })
    await session.signIn(account.email, 'x')

    expect(useSession().account.value).toEqual(account)
    expect(session.hasRole('clerk', 'head')).toBe(true)
    expect(session.hasRole('administrator')).toBe(false)
  })

  it('keeps a signed-in person through a lost connection', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('network') })
    await session.refresh()

    expect(session.account.value).toEqual(account)
  })

  it('keeps the person on the screen when their session has ended, until they sign in again', async () => {
    serverSays(200, undefined, { account: null })
    await session.look()
    expect([session.ended.value, session.account.value]).toEqual([true, account])

    serverSays(201, account, { account, guestDossiers: 2 })
    await session.signIn(account.email, 'x')
    expect([session.ended.value, session.guestDossiers.value]).toEqual([false, 2])
  })

  it('forgets the person on signing out', async () => {
    serverSays(204)
    await session.signOut()

    expect(session.account.value).toBeNull()
  })

  it('takes a guest of this browser for the owner of what is filed here', async () => {
    serverSays(200, undefined, { account: null, guest: { id: 'guest:1', code: '7KQ2-M4XD-09TB-HVNE' } })
    await session.refresh()

    expect([session.account.value, session.actor.value]).toEqual([null, { id: 'guest:1', name: '', email: '', roles: ['applicant'] }])
  })
})
