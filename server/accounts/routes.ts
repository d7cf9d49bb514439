// Who is signed in, signing in and signing out. A wrong password and an unknown e-mail get the same answer.
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { SignIn } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { countDossiers, showGuest } from '../guests/show-guest.ts'
import { networkOf } from '../http/address.ts'
import { ProblemError } from '../http/problem-response.ts'
import { forgetTurns, takeTurn } from '../http/rate-limit.ts'
import { readBody, readEmptyBody } from '../http/read-body.ts'
import { limits } from '../limits.ts'

const wrongPair = {
  vi: 'Thư điện tử hoặc mật khẩu chưa đúng. Hãy kiểm tra và thử lại.',
  en: 'The e-mail or the password is not right. Check them and try again.',
}

const setCookies = (c: Context<AppEnv>, cookies: readonly string[]): void => cookies.forEach((cookie) => c.header('Set-Cookie', cookie, { append: true }))

type Needs = Pick<Deps, 'identity' | 'guests' | 'database' | 'now' | 'config'>

/** Asking does not keep a session alive: a page asks by itself, to warn before the end. */
const tellSession = async (deps: Needs, headers: Headers) => {
  const [life, guest] = [await deps.identity.readLife(headers), await deps.guests.read(headers)]
  if (!life) return { account: null, ...(guest && { guest: showGuest(deps, guest) }) }
  const waiting = guest ? await countDossiers(deps, guest) : 0
  return { account: life.session, endsAt: life.endsAt, ...(waiting > 0 && { guestDossiers: waiting }) }
}

export const sessionRoutes = (deps: Needs): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    const { headers } = c.req.raw
    const told = await tellSession(deps, headers)
    // A guest is known for a month after the last visit: the cookie must last as long.
    if ('guest' in told) c.header('Set-Cookie', deps.guests.cookie.set(deps.guests.cookie.read(headers)!))
    return c.json(told)
  })
  .post('/', async (c) => {
    const { identity, database, now } = deps
    const { email, password } = await readBody<SignIn>(c, 'api/sign-in')
    const turns = `sign-in:${email.toLowerCase()}`
    const network = networkOf(c, deps.config)
    if (network) await takeTurn(database, `sign-in-from:${network}`, limits.signInsPerAddress, now())
    await takeTurn(database, turns, limits.signInsPerAccount, now())
    const signedIn = await identity.signIn(email, password, c.req.raw.headers)
    if (!signedIn) throw new ProblemError('unauthenticated', [], wrongPair)
    await forgetTurns(database, turns)
    setCookies(c, signedIn.cookies)
    return c.json(signedIn.session, 201)
  })
  .post('/renewal', async (c) => {
    await readEmptyBody(c)
    const life = await deps.identity.renew(c.req.raw.headers)
    if (!life) throw new ProblemError('unauthenticated')
    return c.json({ endsAt: life.endsAt })
  })
  .delete('/', async (c) => {
    setCookies(c, await deps.identity.signOut(c.req.raw.headers))
    // Not "cookies": that would reach every site of the same domain, and our own are ended by name.
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.body(null, 204)
  })
