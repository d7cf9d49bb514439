// The officers' side of dossiers: the queue, one dossier, a decision, a payment at the counter, who has it, many at once.
import { Hono } from 'hono'
import type { Act, Assign, Bulk, BulkOutcome, Pay } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { setEtag } from '../http/precondition.ts'
import { toProblem } from '../http/problem-response.ts'
import { readBody, submissionLimits } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { actOnTask } from './act-on-task.ts'
import { assignTask } from './assign-task.ts'
import { doInBulk } from './bulk.ts'
import { listColleagues } from './colleagues.ts'
import { queueRoutes } from './queue-routes.ts'
import { recordPayment } from './record-payment.ts'
import { viewTask } from './view-task.ts'

export const taskRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .route('/', queueRoutes(deps))
  .post('/bulk', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    const outcomes = await doInBulk(deps)(actor, await readBody<Bulk>(c, 'api/bulk'))
    return c.json({
      outcomes: outcomes.map((each) => ('problem' in each
        ? { dossierId: each.dossierId, problem: toProblem(c, each.problem) }
        : { dossierId: each.dossierId, version: each.dossier.version, ...(each.dossier.step !== undefined && { step: each.dossier.step }) })),
    } satisfies BulkOutcome)
  })
  .get('/:id', async (c) => {
    const view = await viewTask(deps)(await requirePermission(c, 'task.list'), routeId(c))
    setEtag(c, view.dossier.version)
    return c.json(view)
  })
  .post('/:id/actions', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    const id = routeId(c)
    const dossier = await actOnTask(deps)(actor, id, await readBody<Act>(c, 'api/act', submissionLimits))
    setEtag(c, dossier.version)
    return c.json({ dossier })
  })
  .post('/:id/payment', async (c) => {
    const actor = await requirePermission(c, 'task.recordPayment')
    const id = routeId(c)
    const dossier = await recordPayment(deps)(actor, id, await readBody<Pay>(c, 'api/pay'))
    setEtag(c, dossier.version)
    return c.json({ dossier })
  })
  .get('/:id/colleagues', async (c) => c.json({ officers: await listColleagues(deps)(await requirePermission(c, 'task.list'), routeId(c)) }))
  .post('/:id/assignment', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    const id = routeId(c)
    const dossier = await assignTask(deps)(actor, id, await readBody<Assign>(c, 'api/assign'))
    setEtag(c, dossier.version)
    return c.json({ dossier })
  })
