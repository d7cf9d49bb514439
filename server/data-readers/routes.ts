// The readers of the data of a procedure, for its designers to keep and for its reviewers to read: whom a publication is told to.
import { Hono } from 'hono'
import type { DataReaders, NewDataReader } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { addReader, readersOf, removeReader } from './change-readers.ts'

/** Every answer is the whole list as it is then. */
export const dataReaderRoutes = (deps: Pick<Deps, 'database' | 'now' | 'newId'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/:id/readers', async (c) => {
    await requirePermission(c, 'procedure.readDrafts')
    return c.json<DataReaders>({ readers: await readersOf(deps, routeId(c)) })
  })
  .post('/:id/readers', async (c) => {
    const actor = await requirePermission(c, 'procedure.design')
    const readers = await addReader(deps)(actor, routeId(c), await readBody<NewDataReader>(c, 'api/new-data-reader'))
    return c.json<DataReaders>({ readers }, 201)
  })
  .delete('/:id/readers/:reader', async (c) => {
    await requirePermission(c, 'procedure.design')
    return c.json<DataReaders>({ readers: await removeReader(deps)(routeId(c), routeId(c, 'reader')) })
  })
