// Addresses of revisions for programs that know a procedure by its code, or that want what is in force: they lead to the one address
// of the revision, which never changes. And what changed from revision to revision for those who read the data, as a JSON Feed.
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { Locale } from '#core/text/localise.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { isHash, isUuid } from '../http/route-id.ts'
import { createChangesFeed } from './changes-feed.ts'
import { withdrawn } from './in-force.ts'
import { releasedByCode } from './releases.ts'

type AddressDeps = Pick<Deps, 'database' | 'config'>

const root = '/api/procedures'
const unchanged = 'no-cache'

export const revisionAddresses = ({ database, config }: AddressDeps): Hono<AppEnv> => {
  const feedOf = createChangesFeed(database, config.publicUrl)

  const procedureOf = async (c: Context<AppEnv>): Promise<string> => {
    const id = c.req.param('id') ?? ''
    const found = isUuid(id) ? id : await releasedByCode(database, id)
    if (found === undefined) throw new ProblemError('not-found')
    return found
  }

  const inForce = async (id: string): Promise<string> => {
    const [row] = await database.read<{ published_hash: string | null }>('SELECT published_hash FROM procedure WHERE id = ?', [id])
    if (row?.published_hash) return row.published_hash
    const [any] = await database.read<{ n: number }>('SELECT 1 AS n FROM revision WHERE procedure_id = ? LIMIT 1', [id])
    throw any ? withdrawn() : new ProblemError('not-found')
  }

  /** Leads on; what is an address of a revision already is answered by others. */
  const leadOn: MiddlewareHandler<AppEnv> = async (c, next) => {
    const revision = c.req.param('hash') ?? ''
    if (isUuid(c.req.param('id') ?? '') && revision !== 'latest') return next()
    if (revision !== 'latest' && !isHash(revision)) throw new ProblemError('not-found')
    const id = await procedureOf(c)
    const rest = /\/revisions\/[^/]+(.*)$/.exec(c.req.path)?.[1] ?? ''
    c.header('Cache-Control', unchanged)
    return c.redirect(`${root}/${id}/revisions/${revision === 'latest' ? await inForce(id) : revision}${rest}${new URL(c.req.url).search}`, 302)
  }

  return new Hono<AppEnv>()
    .get('/:id/revisions/:hash', leadOn)
    .get('/:id/revisions/:hash/*', leadOn)
    .get('/:id/changes.json', async (c) => {
      const locale: Locale = c.req.query('lang') === 'en' ? 'en' : 'vi'
      const feed = await feedOf(await procedureOf(c), locale)
      if (!feed) throw new ProblemError('not-found')
      return c.body(JSON.stringify(feed), 200, { 'Content-Type': 'application/feed+json; charset=utf-8', 'Cache-Control': unchanged })
    })
}
