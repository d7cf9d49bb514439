// Accounts of officers over the wire: new ones, links for their passwords, choosing a password with a link, and suspension, which
// ends every session of a person and lets them begin no new one.
import { Hono, type Context } from 'hono'
import type { MakePasswordLink, NewOfficer, OpenPasswordLink, SetPassword, Suspension } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { networkOf } from '../http/address.ts'
import type { AppEnv } from '../http/context.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readBody } from '../http/read-body.ts'
import { viewOrganisation } from '../organisation/change-organisation.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { createOfficer } from './create-officer.ts'
import { noteAccount } from './note-account.ts'
import { choosePassword, makePasswordLink, openPasswordLink } from './password-links.ts'

const accountId = (c: Context<AppEnv>): string => {
  const id = c.req.param('id') ?? ''
  if (!/^[A-Za-z0-9-]{8,64}$/.test(id)) throw new ProblemError('not-found')
  return id
}

export const accountRoutes = (deps: Deps): Hono<AppEnv> => new Hono<AppEnv>()
  .post('/', async (c) => {
    const changing = { actor: await requirePermission(c, 'organisation.manage'), seen: requireIfMatch(c) }
    await createOfficer(deps)(changing, await readBody<NewOfficer>(c, 'api/new-officer'))
    const view = await viewOrganisation(deps)
    setEtag(c, view.version)
    return c.json(view, 201)
  })
  // With a link, by whoever has it.
  .post('/password-link', async (c) => {
    const { token } = await readBody<OpenPasswordLink>(c, 'api/open-password-link')
    const { person: { name, email } } = await openPasswordLink(deps)(token, networkOf(c, deps.config))
    return c.json({ name, email })
  })
  .post('/password', async (c) => {
    const { name, email, roles } = await choosePassword(deps)(await readBody<SetPassword>(c, 'api/set-password'), networkOf(c, deps.config))
    return c.json({ name, email, roles })
  })
  .post('/:id/password-link', async (c) => {
    const actor = await requirePermission(c, 'organisation.manage')
    const { by } = await readBody<MakePasswordLink>(c, 'api/make-password-link')
    return c.json(await makePasswordLink(deps)(actor, accountId(c), by, c.get('locale')), 201)
  })
  .put('/:id/suspension', async (c) => {
    const id = c.req.param('id')
    const actor = await requirePermission(c, 'account.suspend', { ownerId: id })
    const { suspended } = await readBody<Suspension>(c, 'api/suspension')
    if ((await deps.identity.findPerson(accountId(c))) === undefined) throw new ProblemError('not-found')
    await noteAccount(deps, { kind: 'suspension', account: id, suspended }, actor, (note) => deps.identity.suspend(id, suspended, [note]))
    deps.log.warn({ account: id, by: actor.id, suspended }, 'account suspension')
    return c.json({ suspended })
  })
