// Uploads in pieces, for bad lines: announce a file, send pieces from the offset that the server names, ask where it
// stands after the line broke. The answer to the last piece is the file.
import { Hono, type Context } from 'hono'
import type { StartUpload } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requireSession } from '../http/session.ts'
import { takeTurns } from '../http/turns.ts'
import { appendUpload, giveUpUpload, viewUpload, type UploadReply } from './append-upload.ts'
import { readBytes, requireBytes } from './read-bytes.ts'
import { startUpload } from './start-upload.ts'

const requireOffset = (c: Context<AppEnv>): number => {
  const text = c.req.header('Upload-Offset') ?? ''
  if (!/^\d{1,12}$/.test(text)) {
    throw new ProblemError('precondition-required', [], { vi: 'Cần tiêu đề Upload-Offset: phần gửi lên bắt đầu từ byte thứ mấy.', en: 'The header Upload-Offset is needed: at which byte this piece begins.' })
  }
  return Number(text)
}

const say = (c: Context<AppEnv>, reply: UploadReply): Response => {
  if ('file' in reply) return c.json(reply.file, 201)
  c.header('Upload-Offset', String(reply.state.offset))
  c.header('Upload-Length', String(reply.state.size))
  return c.json(reply.state)
}

export const uploadRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .post('/', async (c) => {
    const actor = await requireSession(c)
    await takeTurns(deps, c, 'upload', actor.id)
    const state = await startUpload(deps)(actor, await readBody<StartUpload>(c, 'api/start-upload'))
    c.header('Location', `/api/uploads/${state.id}`)
    return c.json(state, 201)
  })
  .get('/:id', async (c) => say(c, await viewUpload(deps)(await requireSession(c), routeId(c))))
  .put('/:id', async (c) => {
    const actor = await requireSession(c)
    requireBytes(c)
    return say(c, await appendUpload(deps)(actor, routeId(c), requireOffset(c), readBytes(c)))
  })
  .delete('/:id', async (c) => {
    await giveUpUpload(deps)(await requireSession(c), routeId(c))
    return c.body(null, 204)
  })
