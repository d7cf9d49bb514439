// Uploads in one request, and downloads. A download is saved; only a picture is shown in place when somebody asks for it,
// and even then it may do nothing.
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { can, type Relation } from '#core/access/can.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { isUuid, routeId } from '../http/route-id.ts'
import { downloadPolicy } from '../http/security-headers.ts'
import { requireSession } from '../http/session.ts'
import { takeTurns } from '../http/turns.ts'
import { viewDossier } from '../dossiers/view-dossier.ts'
import { toDisposition } from './file-name.ts'
import { isPicture, mediaTypeOf } from './media-types.ts'
import { verified } from './measure.ts'
import { readBytes, requireBytes } from './read-bytes.ts'
import { receiveFile } from './receive-file.ts'
import { deleteDraftFile, findFile, type StoredFile } from './repository.ts'

const relationOf = ({ applicant_id, state, entered_by }: StoredFile): Relation => ({ ownerId: applicant_id, state, ...(entered_by !== null && { enteredBy: entered_by }) })

const getVisible = async (deps: DossierDeps, actor: Session, id: string): Promise<StoredFile> => {
  const file = await findFile(deps.database, id)
  if (!file || !can(actor, 'dossier.read', relationOf(file))) throw new ProblemError('not-found')
  // What officers attach is theirs until it is part of a result that the applicant sees.
  const isOthers = file.applicant_id === actor.id && file.owner_id !== actor.id
  if (isOthers && !(await viewDossier(deps)(actor, file.dossier_id)).files.some((shown) => shown.id === id)) throw new ProblemError('not-found')
  return file
}

export const fileRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .post('/', async (c) => {
    const actor = await requireSession(c)
    requireBytes(c)
    const { dossier = '', question = '' } = c.req.query()
    if (!isUuid(dossier)) throw new ProblemError('not-found')
    await takeTurns(deps, c, 'upload', actor.id)
    const declared = c.req.header('Content-Length')
    const info = await receiveFile(deps)(actor, {
      dossierId: dossier,
      question: question.slice(0, 500),
      name: c.req.header('X-File-Name'),
      declaredSize: declared === undefined ? undefined : Number(declared),
      bytes: readBytes(c),
    })
    return c.json(info, 201)
  })
  .get('/:id', async (c) => {
    const file = await getVisible(deps, await requireSession(c), routeId(c))
    const stream = await deps.storage.get(file.id)
    if (!stream) throw new ProblemError('not-found')
    return c.body(Readable.toWeb(Readable.from(verified(stream, file.sha256), { objectMode: false })) as ReadableStream, 200, {
      'Content-Type': mediaTypeOf(file.type),
      'Content-Length': String(file.size),
      'Content-Disposition': toDisposition(file.name, c.req.query('view') === 'inline' && isPicture(file.type) ? 'inline' : 'attachment'),
      'Content-Security-Policy': downloadPolicy,
      'Cache-Control': 'no-store',
    })
  })
  .delete('/:id', async (c) => {
    const actor = await requireSession(c)
    const file = await findFile(deps.database, routeId(c))
    if (!file || !can(actor, 'dossier.edit', relationOf(file))) throw new ProblemError('not-found')
    await deps.database.commit([deleteDraftFile(file.id)])
    await deps.storage.remove(file.id)
    return c.body(null, 204)
  })
