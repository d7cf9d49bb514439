// The examination of a dossier over the wire, for officers: what is known beside its answers, and remarks.
import { Hono } from 'hono'
import type { SaveRemark } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { noteRemark, readExamination } from './examination.ts'

export const remarkRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/:id/examination', async (c) => c.json(await readExamination(deps)(await requirePermission(c, 'task.list'), routeId(c))))
  .put('/:id/remarks', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    return c.json(await noteRemark(deps)(actor, routeId(c), await readBody<SaveRemark>(c, 'api/save-remark')))
  })
