import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '#runtime/client/session.ts'

const account = { id: '1', name: 'Trần Một Cửa', email: 'motcua@demo.motcua.vn', roles: ['one-stop', 'clerk'] }
const serverSays = (status: number, body?: unknown): void => { vi.stubGlobal('fetch', async () => new Response(body === undefined ? null : JSON.stringify(body), { status })) }
const session = useSession()

describe('useSession', () => {
  afterEach(() => { vi.unstubAllGlobals() })

  it('does not know who is there before the server was asked', () => {
    expect(session.account.value).toBeUndefined()
  })

  it('remembers who signed in, for every screen', async () => {
    serverSays(201, account)
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

  it('forgets the person on signing out', async () => {
    serverSays(204)
    await session.signOut()

    expect(session.account.value).toBeNull()
  })
})
