// What goes with a dossier beside its answers: the papers that the office issued, as PDF, and its code as a QR picture.
import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import { renderSVG } from 'uqr'
import type { Dossier } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { getOwnDossier } from '../dossiers/get-own-dossier.ts'
import { verified } from '../files/measure.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { isUuid, routeId } from '../http/route-id.ts'
import { requireSession } from '../http/session.ts'
import { lookUpUrl } from './look-up-url.ts'
import { makePaper } from './make-paper.ts'
import { findPaper, isInternal } from './repository.ts'

export const paperRoutes = (deps: DossierDeps): Hono<AppEnv> => {
  /** For its owner and for officers. */
  const readable = async (c: Context<AppEnv>): Promise<Dossier> => (await getOwnDossier(deps, await requireSession(c), routeId(c), 'dossier.read')).dossier

  return new Hono<AppEnv>()
    .get('/:id/papers/:file', async (c) => {
      const dossier = await readable(c)
      const id = /^(.*)\.pdf$/.exec(c.req.param('file'))?.[1] ?? ''
      const found = isUuid(id) ? await findPaper(deps.database, id) : undefined
      const isOwn = dossier.applicantId === (await requireSession(c)).id
      if (!found || found.dossierId !== dossier.id || (isOwn && isInternal(found.model))) throw new ProblemError('not-found')
      // Nobody waits for the outbox: who asks first has it made.
      const { made, model, number } = await makePaper(deps, found)
      const stream = await deps.storage.get(id)
      if (!stream || !made) throw new ProblemError('not-found')
      return c.body(Readable.toWeb(Readable.from(verified(stream, made.sha256), { objectMode: false })) as ReadableStream, 200, {
        'Content-Type': 'application/pdf', 'Content-Length': String(made.size), 'Cache-Control': 'private, no-store',
        'Content-Disposition': `inline; filename="${[model.suffix ?? 'giay', number, model.code].join('-').replace(/[^A-Za-z0-9.-]/g, '-')}.pdf"`,
      })
    })
    .get('/:id/qr.svg', async (c) => {
      const { code } = await readable(c)
      if (code === undefined) throw new ProblemError('not-found')
      return c.body(renderSVG(lookUpUrl(deps.config, code), { border: 2 }), 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, max-age=86400' })
    })
}
