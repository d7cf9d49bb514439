// What everybody may read of procedures: the catalogue, published documents, and the schema and validator of every
// revision at an address of its own, for ever.
import { Hono, type Context } from 'hono'
import { readSearch } from '#core/catalogue/search.ts'
import { explainProcedure } from '#core/procedure/explain-procedure.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Issue } from '#core/issues/issue.ts'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { validatorModule } from '#core/json-schema/compile-validator.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { routeHash, routeId } from '../http/route-id.ts'
import { createCatalogue } from './catalogue.ts'
import { findInForce } from './in-force.ts'
import type { Revision, Revisions } from './revision.ts'

const immutable = 'public, max-age=31536000, immutable'
const checked = 'no-cache'

const found = new WeakMap<Revision, Issue[]>()

/** What a publication leaves open, such as missing translations; looked for once. */
const warningsOf = (revision: Revision): Issue[] => {
  const warnings = found.get(revision) ?? publishChecks(revision.procedure).filter((check) => check.verdict === 'warn').flatMap((check) => check.issues)
  found.set(revision, warnings)
  return warnings
}

const view = ({ procedureId, hash, publishedAt, procedure }: Revision) => ({ id: procedureId, revision: hash, publishedAt, document: procedure })

/** What the page of a procedure says in words, on a day. */
export const explained = ({ procedure }: Revision, now: string) =>
  ({ vi: explainProcedure(procedure, 'vi', vietnamDate(now)), en: explainProcedure(procedure, 'en', vietnamDate(now)) })

const moduleOf = (c: Context<AppEnv>, body: string | undefined): Response => {
  if (body === undefined) throw new ProblemError('not-found')
  return c.body(validatorModule(body), 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': immutable })
}

export const publicProcedureRoutes = ({ revisions, ...deps }: Pick<Deps, 'database' | 'now'> & { revisions: Revisions }): Hono<AppEnv> => {
  const search = createCatalogue(deps)

  const revisionOf = async (c: Context<AppEnv>): Promise<Revision> => {
    const revision = await revisions.find(routeId(c), routeHash(c))
    if (!revision) throw new ProblemError('not-found')
    return revision
  }

  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await search(readSearch((name) => c.req.query(name))), 200, { 'Cache-Control': checked }))
    .get('/:id', async (c) => {
      const revision = await findInForce({ database: deps.database, revisions }, routeId(c))
      if (!revision) throw new ProblemError('not-found')
      const warnings = warningsOf(revision)
      return c.json({ ...view(revision), explained: explained(revision, deps.now()), ...(warnings.length > 0 && { warnings }) }, 200, { 'Cache-Control': checked })
    })
    .get('/:id/revisions/:hash', async (c) => c.json(view(await revisionOf(c)), 200, { 'Cache-Control': immutable }))
    .get('/:id/revisions/:hash/schema.json', async (c) => {
      const { schema } = await revisionOf(c)
      return c.body(schema, 200, { 'Content-Type': 'application/schema+json', 'Cache-Control': immutable })
    })
    .get('/:id/revisions/:hash/validator.js', async (c) => moduleOf(c, (await revisionOf(c)).validators.form))
    .get('/:id/revisions/:hash/steps/:step/validator.js', async (c) => {
      const { steps } = (await revisionOf(c)).validators
      const step = c.req.param('step')
      return moduleOf(c, Object.hasOwn(steps, step) ? steps[step] : undefined)
    })
}
