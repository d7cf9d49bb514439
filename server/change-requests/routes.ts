// Change requests for those who design and those who review: planning is the author's, deciding and publishing is for reviewers.
import { Hono } from 'hono'
import type { ChangePlan, ChangeRequest, PublishChange, Review } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { listReleases } from '../procedures/releases.ts'
import { findRequest } from './gather-context.ts'
import { publishChangeRequest } from './publish-change.ts'
import { createChangeRequestRepository, viewRequest } from './repository.ts'
import { replayRoutes } from './replay-routes.ts'
import { planChange, reviewChangeRequest } from './review-change-request.ts'
import { showStanding } from './show-standing.ts'
import { closeChangeRequest, unscheduleChangeRequest } from './take-back.ts'
import { threadRoutes } from './thread-routes.ts'

/** Which release of the procedure a request has become, or would be next. */
const releaseNumber = async (deps: DesignerDeps, { id, procedureId }: ChangeRequest): Promise<number> => {
  const releases = await listReleases(deps.database, procedureId)
  const own = releases.findLastIndex(({ requestId }) => requestId === id)
  return own < 0 ? releases.length + 1 : own + 1
}

const readingRoutes = (deps: DesignerDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    await requirePermission(c, 'procedure.readDrafts')
    return c.json({ changeRequests: await createChangeRequestRepository(deps.database).list() })
  })
  .get('/:id', async (c) => {
    await requirePermission(c, 'procedure.readDrafts')
    const { changeRequest, document } = await findRequest(deps, routeId(c))
    const { procedureId, base } = changeRequest
    const published = base === undefined ? await deps.revisions.findPublished(procedureId) : await deps.revisions.find(procedureId, base)
    return c.json({ changeRequest: viewRequest(changeRequest), document, release: await releaseNumber(deps, changeRequest), ...(published && { published: published.procedure }) })
  })
  .get('/:id/standing', async (c) => c.json(await showStanding(deps)(await requirePermission(c, 'procedure.readDrafts'), routeId(c))))

export const changeRequestRoutes = (deps: DesignerDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .put('/:id/plan', async (c) => {
    const actor = await requirePermission(c, 'procedure.design')
    return c.json(await planChange(deps)(actor, routeId(c), await readBody<ChangePlan>(c, 'api/change-plan')))
  })
  .delete('/:id', async (c) => c.json(await closeChangeRequest(deps)(await requirePermission(c, 'procedure.design'), routeId(c))))
  .post('/:id/review', async (c) => {
    const actor = await requirePermission(c, 'procedure.review')
    return c.json(await reviewChangeRequest(deps)(actor, routeId(c), await readBody<Review>(c, 'api/review')))
  })
  .post('/:id/publication', async (c) => {
    const actor = await requirePermission(c, 'procedure.review')
    const id = routeId(c)
    return c.json(await publishChangeRequest(deps)(actor, id, await readBody<PublishChange>(c, 'api/publish-change')), 201)
  })
  .delete('/:id/schedule', async (c) => c.json(await unscheduleChangeRequest(deps)(await requirePermission(c, 'procedure.readDrafts'), routeId(c))))
  .route('/', readingRoutes(deps))
  .route('/', threadRoutes(deps))
  .route('/', replayRoutes(deps))
