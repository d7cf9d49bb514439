// Packages over the wire: a procedure as one file for another installation, what such a file would do here, and taking it in.
import { Hono } from 'hono'
import { exportName } from '#core/export/file-name.ts'
import type { ExaminePackage, ImportPackage } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { packageLimits, readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { examinePackage } from './examine-package.ts'
import { importPackage } from './import-package.ts'
import { makePackage } from './make-package.ts'

export const packageRoutes = (deps: DesignerDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/:id', async (c) => {
    await requirePermission(c, 'procedure.readDrafts')
    const made = await makePackage(deps, routeId(c))
    return c.body(JSON.stringify(made), 200, {
      'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${exportName(made.document.info, '.goi.json')}"`, 'Cache-Control': 'private, no-store',
    })
  })
  .post('/examination', async (c) => {
    await requirePermission(c, 'procedure.design')
    return c.json(await examinePackage(deps.database, (await readBody<ExaminePackage>(c, 'api/examine-package', packageLimits)).package))
  })
  .post('/', async (c) => {
    const actor = await requirePermission(c, 'procedure.design')
    return c.json(await importPackage(deps)(actor, await readBody<ImportPackage>(c, 'api/import-package', packageLimits)), 201)
  })
