// The rating of one dossier, for the person whose it is.
import { Hono } from 'hono'
import type { Rate } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requireSession } from '../http/session.ts'
import { rateDossier, readRating } from './rate-dossier.ts'

export const ratingRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/:id/rating', async (c) => c.json(await readRating(deps)(await requireSession(c), routeId(c))))
  .put('/:id/rating', async (c) => {
    const actor = await requireSession(c)
    const id = routeId(c)
    return c.json(await rateDossier(deps)(actor, id, (await readBody<Rate>(c, 'api/rate')).answers))
  })
