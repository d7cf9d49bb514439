// How the connections to the outside are: what is set up wrongly, and what is still owed to the world.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { requireRole } from '../http/session.ts'
import { countOutbox, listFailed } from '../outbox/repository.ts'

export const readStatus = async ({ database, storage, mail }: Pick<Deps, 'database' | 'storage' | 'mail'>) => {
  const ports = await Promise.all(Object.entries({ storage, mail }).map(async ([port, adapter]) => {
    const fault = await adapter.checkConfig()
    return { port, adapter: adapter.name, ...(fault !== undefined && { fault }) }
  }))
  return { engine: database.engine, ports, outbox: await countOutbox(database), failed: await listFailed(database) }
}

export const statusRoutes = (deps: Pick<Deps, 'database' | 'storage' | 'mail'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    await requireRole(c, 'administrator')
    return c.json(await readStatus(deps))
  })
