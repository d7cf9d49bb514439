// Change requests for those who design and those who review; deciding and publishing is for reviewers.
import { Hono } from 'hono'
import type { Review } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readBody, readEmptyBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { createChangeRequestRepository } from './repository.ts'
import { publishChangeRequest, reviewChangeRequest } from './review-change-request.ts'

export const changeRequestRoutes = (deps: DesignerDeps): Hono<AppEnv> => {
  const changeRequests = createChangeRequestRepository(deps.database)
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      return c.json({ changeRequests: await changeRequests.list() })
    })
    .get('/:id', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      const stored = await changeRequests.find(routeId(c))
      if (!stored) throw new ProblemError('not-found')
      const published = await deps.revisions.findPublished(stored.changeRequest.procedureId)
      return c.json({ changeRequest: stored.changeRequest, document: stored.document, ...(published && { published: published.procedure }) })
    })
    .post('/:id/review', async (c) => {
      const actor = await requirePermission(c, 'procedure.review')
      return c.json(await reviewChangeRequest(deps)(actor, routeId(c), await readBody<Review>(c, 'api/review')))
    })
    .post('/:id/publication', async (c) => {
      const actor = await requirePermission(c, 'procedure.review')
      const id = routeId(c)
      await readEmptyBody(c)
      return c.json(await publishChangeRequest(deps)(actor, id), 201)
    })
}
