// The queue over the wire: its pages, how much each tab holds, and the views of it that officers keep.
import { Hono, type Context } from 'hono'
import { can } from '#core/access/can.ts'
import { readSought } from '#core/dossier/search-words.ts'
import type { QueuePage, SaveQueueView, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { takeTurn } from '../http/rate-limit.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { limits } from '../limits.ts'
import { readPlaces } from '../organisation/known-places.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { countTasks } from './count-tasks.ts'
import { findFiled } from './find-filed.ts'
import { momentOf, readFilters } from './queue-filters.ts'
import { listTasks, type Asked } from './queue-query.ts'
import type { Viewer } from './queue-scope.ts'
import { addView, changeView, listViews, removeView } from './queue-views.ts'

const asksForPerson = (words: string): boolean => readSought(words, true).some(({ any }) => any.some(({ word }) => word.startsWith('=i')))

/** Looking for a person by number is for few, counted, and written down: the number itself is not. */
const mayFindPersons = async (deps: DossierDeps, actor: Session, words: string): Promise<boolean> => {
  if (!can(actor, 'task.findPerson')) return false
  if (!asksForPerson(words)) return true
  await takeTurn(deps.database, `find-applicant:${actor.id}`, limits.applicantSearches, deps.now())
  deps.log.info({ actor: actor.id }, 'searched for a person by number')
  return true
}

const viewerOf = async ({ database }: DossierDeps, actor: Session): Promise<Viewer> => ({ ...actor, places: await readPlaces(database, actor) })

const askFor = async (deps: DossierDeps, c: Context<AppEnv>, actor: Session): Promise<QueuePage> => {
  const filters = readFilters((name) => c.req.query(name))
  const { tab = 'unit' } = filters
  const asked: Asked = { filters, moment: momentOf(deps.now(), await deps.calendar()), persons: await mayFindPersons(deps, actor, filters.q ?? ''), after: c.req.query('after') }
  return tab === 'filed' ? findFiled(deps, asked) : listTasks(deps, await viewerOf(deps, actor), tab, asked)
}

export const queueRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json(await askFor(deps, c, await requirePermission(c, 'task.list'))))
  .get('/counts', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    return c.json(await countTasks(deps.database, await viewerOf(deps, actor), momentOf(deps.now(), await deps.calendar())))
  })
  .get('/views', async (c) => c.json({ views: await listViews(deps.database, await requirePermission(c, 'task.list')) }))
  .post('/views', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    return c.json(await addView(deps, actor, await readBody<SaveQueueView>(c, 'api/save-queue-view')), 201)
  })
  .put('/views/:id', async (c) => {
    const actor = await requirePermission(c, 'task.list')
    return c.json(await changeView(deps, actor, routeId(c), await readBody<SaveQueueView>(c, 'api/save-queue-view')))
  })
  .delete('/views/:id', async (c) => {
    await removeView(deps, await requirePermission(c, 'task.list'), routeId(c))
    return c.body(null, 204)
  })
