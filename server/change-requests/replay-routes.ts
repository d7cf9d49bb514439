// Playing a change through what people answered, and how far they have come over to it, for those who look at the change.
import { Hono, type Context } from 'hono'
import type { Session } from '#schemas/generated/types.ts'
import { createMovesRepository } from '../dossiers/moves-repository.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readEmptyBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { findRequest } from './gather-context.ts'
import { replayGroups, type ReplayGroup } from './replay-reading.ts'
import { createReplays } from './replays.ts'

const looking = async (c: Context<AppEnv>): Promise<{ actor: Session; id: string }> => ({ actor: await requirePermission(c, 'procedure.readDrafts'), id: routeId(c) })

const groupOf = (c: Context<AppEnv>): ReplayGroup => {
  const of = replayGroups.find((each) => each === c.req.query('of'))
  if (!of) throw new ProblemError('not-found')
  return of
}

export const replayRoutes = (deps: DesignerDeps): Hono<AppEnv> => {
  const replays = createReplays(deps)
  return new Hono<AppEnv>()
    .post('/:id/replay', async (c) => {
      const { actor, id } = await looking(c)
      await readEmptyBody(c)
      return c.json(await replays.start(actor, id), 202)
    })
    .get('/:id/replay', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await replays.show(actor, id))
    })
    .delete('/:id/replay', async (c) => {
      const { id } = await looking(c)
      await replays.cancel(id)
      return c.body(null, 204)
    })
    .get('/:id/replay/examples', async (c) => {
      const { actor, id } = await looking(c)
      return c.json(await replays.examples(actor, id, groupOf(c), c.req.query('path') ?? ''))
    })
    .get('/:id/migration', async (c) => {
      const { changeRequest } = await findRequest(deps, (await looking(c)).id)
      return c.json(await createMovesRepository(deps.database).show(changeRequest.id))
    })
}
