// Messages about a dossier: under /api/dossiers for its owner, under /api/tasks for the officers. Nothing is marked as read
// by looking alone: the screen says so when it has shown it.
import { Hono, type Context } from 'hono'
import type { Dossier, MarkRead, Session, WriteMessage } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { getOwnDossier } from '../dossiers/get-own-dossier.ts'
import type { AppEnv } from '../http/context.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requireSession } from '../http/session.ts'
import { turnsOf } from '../http/turns.ts'
import { getFiledDossier } from '../tasks/get-filed-dossier.ts'
import { readThread } from './read-thread.ts'
import { markRead, type Side } from './repository.ts'
import { writeMessage } from './write-message.ts'

/** The dossier, when this side may speak about it. */
type Find = (actor: Session, id: string) => Promise<Dossier>

const threadRoutes = (deps: DossierDeps, side: Side, find: Find): Hono<AppEnv> => {
  const found = async (c: Context<AppEnv>): Promise<[Session, Dossier]> => {
    const actor = await requireSession(c)
    return [actor, await find(actor, routeId(c))]
  }
  const thread = async (c: Context<AppEnv>, id: string, status: 200 | 201 = 200): Promise<Response> => c.json(await readThread(deps.database, id, side), status)

  return new Hono<AppEnv>()
    .get('/:id/messages', async (c) => {
      const [, dossier] = await found(c)
      return thread(c, dossier.id)
    })
    .post('/:id/messages', async (c) => {
      const [actor, dossier] = await found(c)
      await writeMessage(deps)(actor, dossier, side, await readBody<WriteMessage>(c, 'api/write-message'), await turnsOf(deps, c, 'message', actor.id))
      return thread(c, dossier.id, 201)
    })
    .put('/:id/messages/read', async (c) => {
      const [, dossier] = await found(c)
      const { number } = await readBody<MarkRead>(c, 'api/mark-read')
      await deps.database.commit([markRead(dossier.id, side, number, deps.now())])
      return thread(c, dossier.id)
    })
}

export const applicantMessageRoutes = (deps: DossierDeps): Hono<AppEnv> =>
  threadRoutes(deps, 'applicant', async (actor, id) => (await getOwnDossier(deps, actor, id, 'message.writeAsApplicant')).dossier)

export const officeMessageRoutes = (deps: DossierDeps): Hono<AppEnv> =>
  threadRoutes(deps, 'office', async (actor, id) => (await getFiledDossier(deps, actor, id, 'message.writeAsOffice')).dossier)
