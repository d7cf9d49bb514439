// The counter: finding the applicant's account, beginning to enter a paper dossier, and those begun and not filed yet. The
// rest goes through the routes of dossiers and files.
import { Hono } from 'hono'
import type { FindApplicant, StartIntake } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { listEntered } from '../dossiers/list-dossiers.ts'
import type { AppEnv } from '../http/context.ts'
import { setEtag } from '../http/precondition.ts'
import { takeTurn } from '../http/rate-limit.ts'
import { readBody } from '../http/read-body.ts'
import { limits } from '../limits.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { findApplicant, tellApplicant } from './find-applicant.ts'
import { listIntakeProcedures } from './list-procedures.ts'
import { startIntake } from './start-intake.ts'

export const intakeRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => c.json({ dossiers: await listEntered(deps)(await requirePermission(c, 'dossier.startForOther')) }))
  .post('/', async (c) => {
    const actor = await requirePermission(c, 'dossier.startForOther')
    const dossier = await startIntake(deps)(actor, await readBody<StartIntake>(c, 'api/start-intake'))
    setEtag(c, dossier.version)
    return c.json({ dossier }, 201)
  })
  .get('/procedures', async (c) => {
    await requirePermission(c, 'dossier.startForOther')
    return c.json({ procedures: await listIntakeProcedures(deps) })
  })
  .post('/applicant', async (c) => {
    const actor = await requirePermission(c, 'dossier.startForOther')
    const asked = await readBody<FindApplicant>(c, 'api/find-applicant')
    // Exact values only, and not many: the desk serves people, it does not browse them.
    await takeTurn(deps.database, `find-applicant:${actor.id}`, limits.applicantSearches, deps.now())
    const found = await findApplicant(deps, asked)
    return c.json({ account: found ? tellApplicant(found) : null })
  })
