// Filing without an account, on the wire: going on with a code, having the code sent, taking everything into an account,
// leaving nothing on this device. A guest begins with the first dossier (dossiers/routes.ts).
import { Hono, type Context } from 'hono'
import { isGuest } from '#core/access/guest.ts'
import type { CodeLetter, Resume } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { networkOf } from '../http/address.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readBody, readEmptyBody } from '../http/read-body.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { createGuestRepository } from './repository.ts'
import { resume } from './resume.ts'
import { sendCode } from './send-code.ts'
import { guestOf, showGuest } from './show-guest.ts'
import { takeOver } from './take-over.ts'

const requireGuest = async (deps: Deps, c: Context<AppEnv>): Promise<string> => {
  const guest = guestOf(await deps.guests.read(c.req.raw.headers))
  if (guest === undefined) throw new ProblemError('not-found')
  return guest
}

export const guestRoutes = (deps: Deps): Hono<AppEnv> => new Hono<AppEnv>()
  .post('/resumption', async (c) => {
    const { code } = await readBody<Resume>(c, 'api/resume')
    const { session, cookie } = await resume(deps)(code, networkOf(c, deps.config))
    c.header('Set-Cookie', cookie)
    return c.json({ guest: showGuest(deps, session) })
  })
  .post('/letter', async (c) => {
    const guest = await requireGuest(deps, c)
    const { email } = await readBody<CodeLetter>(c, 'api/code-letter')
    await sendCode(deps)(guest, email, c.get('locale'), networkOf(c, deps.config))
    return c.body(null, 204)
  })
  .post('/take-over', async (c) => {
    const account = await requirePermission(c, 'dossier.start')
    if (isGuest(account)) throw new ProblemError('unauthenticated')
    await readEmptyBody(c)
    const dossiers = await takeOver(deps)(account, await requireGuest(deps, c))
    deps.guests.forget(c.req.raw.headers)
    c.header('Set-Cookie', deps.guests.cookie.clear())
    return c.json({ dossiers })
  })
  .delete('/', async (c) => {
    const token = deps.guests.cookie.read(c.req.raw.headers)
    if (token !== undefined) await deps.database.commit([createGuestRepository(deps.database).removeDevice(token)])
    deps.guests.forget(c.req.raw.headers)
    c.header('Set-Cookie', deps.guests.cookie.clear())
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.body(null, 204)
  })
