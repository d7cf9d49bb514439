// The officers' side of dossiers: the queue, one dossier, a decision, a payment at the counter, who has it, many at once.
import { Hono, type Context } from 'hono'
import type { Permission } from '#core/access/can.ts'
import type { Act, Assign, Bulk, BulkOutcome, Dossier, Opine, Pay, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { despiteReminders } from '../dossiers/seen-version.ts'
import type { AppEnv } from '../http/context.ts'
import { setEtag } from '../http/precondition.ts'
import { toProblem } from '../http/problem-response.ts'
import { readBody, submissionLimits, type BodyLimits } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { actOnTask } from './act-on-task.ts'
import { assignTask } from './assign-task.ts'
import { doInBulk } from './bulk.ts'
import { listColleagues } from './colleagues.ts'
import { queueRoutes } from './queue-routes.ts'
import { giveOpinion } from './give-opinion.ts'
import { recordPayment } from './record-payment.ts'
import { viewTask } from './view-task.ts'

interface Asking {
  limits?: BodyLimits
  permission?: Permission
}

/** A deed at one dossier, with a body of that shape: answered with the dossier as this officer may see it now. */
const moved = <Body>(shape: string, deed: (actor: Session, id: string, body: Body) => Promise<Dossier>, { limits, permission = 'task.list' }: Asking = {}) => async (c: Context<AppEnv>): Promise<Response> => {
  const actor = await requirePermission(c, permission)
  const id = routeId(c)
  const body = await readBody<Body>(c, shape, limits)
  const dossier = await despiteReminders(() => deed(actor, id, body))
  setEtag(c, dossier.version)
  return c.json({ dossier })
}

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
  .post('/:id/actions', moved<Act>('api/act', actOnTask(deps), { limits: submissionLimits }))
  .post('/:id/opinions', moved<Opine>('api/opine', giveOpinion(deps), { limits: submissionLimits }))
  .post('/:id/assignment', moved<Assign>('api/assign', assignTask(deps)))
  .post('/:id/payment', moved<Pay>('api/pay', recordPayment(deps), { permission: 'task.recordPayment' }))
  .get('/:id/colleagues', async (c) => c.json({ officers: await listColleagues(deps)(await requirePermission(c, 'task.list'), routeId(c)) }))
