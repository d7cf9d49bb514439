// Who is signed in, signing in and signing out. A wrong password and an unknown e-mail get the same answer.
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { SignIn } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { forgetTurns, takeTurn } from '../http/rate-limit.ts'
import { readBody } from '../http/read-body.ts'
import { limits } from '../limits.ts'

const wrongPair = {
  vi: 'Thư điện tử hoặc mật khẩu chưa đúng. Hãy kiểm tra và thử lại.',
  en: 'The e-mail or the password is not right. Check them and try again.',
}

// Of the connection itself: headers can claim any address. A private one is our own proxy or network, not a person.
const publicAddress = (c: Context<AppEnv>): string | undefined => {
  const address = (c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined)?.incoming?.socket.remoteAddress?.replace(/^::ffff:/, '')
  return address === undefined || /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80)/i.test(address) ? undefined : address
}

const setCookies = (c: Context<AppEnv>, cookies: readonly string[]): void => cookies.forEach((cookie) => c.header('Set-Cookie', cookie, { append: true }))

export const sessionRoutes = ({ identity, database, now }: Pick<Deps, 'identity' | 'database' | 'now'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json({ account: await c.get('readSession')() }))
  .post('/', async (c) => {
    const { email, password } = await readBody<SignIn>(c, 'api/sign-in')
    const turns = `sign-in:${email.toLowerCase()}`
    const address = publicAddress(c)
    if (address) await takeTurn(database, `sign-in-from:${address}`, limits.signInsPerAddress, now())
    await takeTurn(database, turns, limits.signInsPerAccount, now())
    const signedIn = await identity.signIn(email, password, c.req.raw.headers)
    if (!signedIn) throw new ProblemError('unauthenticated', [], wrongPair)
    await forgetTurns(database, turns)
    setCookies(c, signedIn.cookies)
    return c.json(signedIn.session, 201)
  })
  .delete('/', async (c) => {
    setCookies(c, await identity.signOut(c.req.raw.headers))
    c.header('Clear-Site-Data', '"cache"')
    return c.body(null, 204)
  })
