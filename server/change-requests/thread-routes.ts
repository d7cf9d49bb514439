// Comments and marks of those who look at a change.
import { Hono, type Context } from 'hono'
import type { MarkSeen, NewComment, ReplyComment, Session, SettleThread } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { documentLimits, readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { beginThread, replyToThread, settleThread } from './comment.ts'
import { findRequest } from './gather-context.ts'
import { listSeen, markSeen } from './seen-marks.ts'
import { createThreadRepository } from './thread-repository.ts'

export const threadRoutes = (deps: DesignerDeps): Hono<AppEnv> => {
  /** Whoever may look, at a request that is there. */
  const looking = async (c: Context<AppEnv>): Promise<{ actor: Session; id: string }> => {
    const actor = await requirePermission(c, 'procedure.readDrafts')
    return { actor, id: (await findRequest(deps, routeId(c))).changeRequest.id }
  }
  return new Hono<AppEnv>()
    .get('/:id/threads', async (c) => c.json({ threads: await createThreadRepository(deps.database).list((await looking(c)).id) }))
    .post('/:id/threads', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await beginThread(deps)(actor, id, await readBody<NewComment>(c, 'api/new-comment')), 201)
    })
    .post('/:id/threads/:thread/replies', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await replyToThread(deps)(actor, id, routeId(c, 'thread'), await readBody<ReplyComment>(c, 'api/reply-comment')), 201)
    })
    .put('/:id/threads/:thread/state', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await settleThread(deps)(actor, id, routeId(c, 'thread'), await readBody<SettleThread>(c, 'api/settle-thread')))
    })
    .get('/:id/seen', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await listSeen(deps.database, id, actor.id))
    })
    .put('/:id/seen', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await markSeen(deps.database, id, actor.id, await readBody<MarkSeen>(c, 'api/mark-seen', documentLimits)))
    })
}
