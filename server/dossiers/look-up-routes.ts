// The public look-up on the wire: open to everybody, counted by address.
import { Hono } from 'hono'
import { networkOf } from '../http/address.ts'
import type { AppEnv } from '../http/context.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { lookUp } from './look-up.ts'

export const lookUpRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/:code', async (c) => c.json(await lookUp(deps)(await c.get('readSession')(), c.req.param('code'), networkOf(c, deps.config))))
