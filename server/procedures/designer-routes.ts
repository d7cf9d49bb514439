// The administrator's side of procedures: drafts, their preview, and sending them to review.
import { Hono } from 'hono'
import { validatorModule } from '#core/json-schema/compile-validator.ts'
import type { ChangeRequestDraft, NewProcedure, WithdrawRevision } from '#schemas/generated/types.ts'
import { listProcedureEvents, verifyProcedureEvents } from '../audit/procedure-events.ts'
import { openChangeRequest } from '../change-requests/open-change-request.ts'
import { createChangeRequestRepository, viewRequest } from '../change-requests/repository.ts'
import type { AppEnv } from '../http/context.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { documentLimits, readBody, readJson } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from './designer-deps.ts'
import { createDraftCompiler } from './draft-validator.ts'
import { listDesigned } from './list-designed.ts'
import { listReleases } from './releases.ts'
import { createProcedureRepository, type Draft } from './repository.ts'
import { createProcedure, saveDraft } from './save-draft.ts'
import { withdrawRevision } from './withdraw-revision.ts'

const draftRoutes = (deps: DesignerDeps, get: (id: string) => Promise<Draft>): Hono<AppEnv> => {
  const compileDraft = createDraftCompiler()
  return new Hono<AppEnv>()
    .put('/:id/draft', async (c) => {
      const actor = await requirePermission(c, 'procedure.design')
      const id = routeId(c)
      const ifVersion = requireIfMatch(c)
      const { value, size } = await readJson(c, documentLimits)
      const saved = await saveDraft(deps)(actor, id, ifVersion, value, size)
      setEtag(c, saved.version)
      return c.json(saved)
    })
    .get('/:id/draft/validator.js', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      const draft = await get(routeId(c))
      // The preview must judge by what it shows: another version than the saved one is not to be had.
      if (c.req.query('version') !== String(draft.version)) throw new ProblemError('version-conflict')
      const compiled = await compileDraft(draft)
      if ('issues' in compiled) throw new ProblemError('invalid-document', compiled.issues)
      if (compiled.validators.form === undefined) throw new ProblemError('not-found')
      return c.body(validatorModule(compiled.validators.form), 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' })
    })
}

export const designerRoutes = (deps: DesignerDeps): Hono<AppEnv> => {
  const procedures = createProcedureRepository(deps.database)
  const changeRequests = createChangeRequestRepository(deps.database)

  const get = async (id: string): Promise<Draft> => {
    const draft = await procedures.findDraft(id)
    if (!draft) throw new ProblemError('not-found')
    return draft
  }

  return new Hono<AppEnv>()
    .get('/', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      return c.json({ procedures: await listDesigned(deps.database) })
    })
    .post('/', async (c) => {
      const actor = await requirePermission(c, 'procedure.design')
      return c.json(await createProcedure(deps)(actor, await readBody<NewProcedure>(c, 'api/new-procedure')), 201)
    })
    .get('/:id', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      const { id, document, version, publishedHash } = await get(routeId(c))
      const published = publishedHash === undefined ? undefined : await deps.revisions.find(id, publishedHash)
      const latest = await changeRequests.findLatest(id)
      setEtag(c, version)
      return c.json({ id, document, version, ...(published && { publishedHash, published: published.procedure }), ...(latest && { changeRequest: viewRequest(latest.changeRequest) }) })
    })
    .get('/:id/events', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      const { id } = await get(routeId(c))
      return c.json({ events: await listProcedureEvents(deps.database, id) })
    })
    .get('/:id/history', async (c) => {
      await requirePermission(c, 'procedure.readDrafts')
      const { id } = await get(routeId(c))
      const [releases, events, broken] = await Promise.all([listReleases(deps.database, id), listProcedureEvents(deps.database, id), verifyProcedureEvents(deps.database, id)])
      return c.json({ releases, events, broken })
    })
    .post('/:id/withdrawal', async (c) => {
      const actor = await requirePermission(c, 'procedure.design')
      const id = routeId(c)
      return c.json(await withdrawRevision(deps)(actor, id, await readBody<WithdrawRevision>(c, 'api/withdraw-revision')))
    })
    .post('/:id/change-requests', async (c) => {
      const actor = await requirePermission(c, 'procedure.design')
      const draft = await get(routeId(c))
      const { comment } = await readBody<ChangeRequestDraft>(c, 'api/change-request-draft')
      return c.json(await openChangeRequest(deps)(actor, draft, comment), 201)
    })
    .route('/', draftRoutes(deps, get))
}
