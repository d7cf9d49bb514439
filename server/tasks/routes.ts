// The officers' side of dossiers: the queue, one dossier, a decision, a payment at the counter.
import { Hono } from 'hono'
import type { Act, Pay } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { setEtag } from '../http/precondition.ts'
import { readBody, submissionLimits } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { actOnTask } from './act-on-task.ts'
import { listEveryDossier, listTasks } from './queue-query.ts'
import { recordPayment } from './record-payment.ts'
import { viewTask } from './view-task.ts'

export const taskRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    const after = c.req.query('after')
    return c.json(c.req.query('state') === 'all' ? await listEveryDossier(deps, after) : await listTasks(deps, actor.roles, after))
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
