// The applicant's side of dossiers. Each handler says who may, reads what was sent, and calls one use case.
import { Hono, type Context } from 'hono'
import type { GoOn, SaveAnswers, SetRepresentation, StartDossier, Submission, Withdraw } from '#schemas/generated/types.ts'
import { startAsGuest } from '../guests/start-as-guest.ts'
import type { AppEnv } from '../http/context.ts'
import { idempotently } from '../http/idempotency.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { readBody, readEmptyBody, submissionLimits } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requireSession } from '../http/session.ts'
import { turnsOf } from '../http/turns.ts'
import { noteLanguage } from '../outbox/notice-language.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { fileDossier } from './file-dossier.ts'
import { listDossiers } from './list-dossiers.ts'
import { goOn } from './move-draft.ts'
import { saveAnswers } from './save-answers.ts'
import { despiteReminders } from './seen-version.ts'
import { sendSupplement } from './send-supplement.ts'
import { setRepresentation } from './set-representation.ts'
import { startDossier } from './start-dossier.ts'
import { submitDossier } from './submit-dossier.ts'
import { viewDossier } from './view-dossier.ts'
import { deleteDraft, withdrawDossier } from './withdraw-dossier.ts'

/** A whole filing in one request. */
export const submissionRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .post('/', async (c) => {
    const actor = await requireSession(c)
    const submission = await readBody<Submission>(c, 'api/submission', submissionLimits)
    return idempotently(deps, c, actor.id, submission, async (remember) => fileDossier(deps)(actor, submission, remember, await turnsOf(deps, c, 'submission', actor.id)))
  })

/** Who changes which dossier, from which version on. */
const readChange = async (c: Context<AppEnv>) => ({ actor: await requireSession(c), id: routeId(c), ifVersion: requireIfMatch(c) })

const filingRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .put('/:id/answers', async (c) => {
    const { actor, id, ifVersion } = await readChange(c)
    const [answers, turns] = [await readBody<SaveAnswers>(c, 'api/save-answers', submissionLimits), await turnsOf(deps, c, 'save', actor.id)]
    const saved = await despiteReminders(() => saveAnswers(deps)(actor, id, ifVersion, answers, [...turns, noteLanguage(id, c.get('locale'))]))
    setEtag(c, saved.version)
    return c.json(saved)
  })
  .put('/:id/representation', async (c) => {
    const { actor, id, ifVersion } = await readChange(c)
    const saved = await setRepresentation(deps)(actor, id, ifVersion, (await readBody<SetRepresentation>(c, 'api/set-representation')).answers)
    setEtag(c, saved.version)
    return c.json(saved)
  })
  .put('/:id/revision', async (c) => {
    const { actor, id, ifVersion } = await readChange(c)
    const saved = await goOn(deps)(actor, id, ifVersion, await readBody<GoOn>(c, 'api/go-on'))
    setEtag(c, saved.version)
    return c.json(saved)
  })
  .post('/:id/submission', async (c) => {
    const { actor, id, ifVersion } = await readChange(c)
    await readEmptyBody(c)
    return idempotently(deps, c, actor.id, { ifVersion }, async (remember) => submitDossier(deps)(actor, id, ifVersion, remember, [...await turnsOf(deps, c, 'submission', actor.id), noteLanguage(id, c.get('locale'))]))
  })
  .post('/:id/supplement', async (c) => {
    const { actor, id, ifVersion } = await readChange(c)
    await readEmptyBody(c)
    const dossier = await despiteReminders(() => sendSupplement(deps)(actor, id, ifVersion))
    setEtag(c, dossier.version)
    return c.json({ dossier })
  })
  .post('/:id/withdrawal', async (c) => {
    const actor = await requireSession(c)
    const id = routeId(c)
    const dossier = await withdrawDossier(deps)(actor, id, await readBody<Withdraw>(c, 'api/withdraw'))
    setEtag(c, dossier.version)
    return c.json({ dossier })
  })

export const dossierRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json({ dossiers: await listDossiers(deps)(await requireSession(c)) }))
  .post('/', async (c) => {
    const known = await c.get('readSession')()
    const { procedure } = await readBody<StartDossier>(c, 'api/start-dossier')
    const guest = known ? undefined : startAsGuest(deps)
    const actor = known ?? guest!.session
    const dossier = await startDossier(deps)(actor, procedure, [...(guest?.writes ?? []), ...await turnsOf(deps, c, 'start', known?.id)])
    if (guest) c.header('Set-Cookie', guest.cookie)
    setEtag(c, dossier.version)
    return c.json({ dossier }, 201)
  })
  .get('/:id', async (c) => {
    const view = await viewDossier(deps)(await requireSession(c), routeId(c))
    setEtag(c, view.dossier.version)
    return c.json(view)
  })
  .delete('/:id', async (c) => {
    await deleteDraft(deps)(await requireSession(c), routeId(c))
    return c.body(null, 204)
  })
  .route('/', filingRoutes(deps))
