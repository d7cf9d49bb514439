// Suspending an account, and restoring it: whoever it is may begin nothing more, and every session of theirs has ended.
import { Hono } from 'hono'
import type { Suspension } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readBody } from '../http/read-body.ts'
import { requirePermission } from '../organisation/require-permission.ts'

const tokenlike = /^[A-Za-z0-9-]{8,64}$/

export const suspensionRoutes = ({ identity, log }: Pick<Deps, 'identity' | 'log'>): Hono<AppEnv> => new Hono<AppEnv>()
  .put('/:id/suspension', async (c) => {
    const id = c.req.param('id')
    const actor = await requirePermission(c, 'account.suspend', { ownerId: id })
    const { suspended } = await readBody<Suspension>(c, 'api/suspension')
    if (!tokenlike.test(id) || (await identity.findEmail(id)) === undefined) throw new ProblemError('not-found')
    await identity.suspend(id, suspended)
    log.warn({ account: id, by: actor.id, suspended }, 'account suspension')
    return c.json({ suspended })
  })
