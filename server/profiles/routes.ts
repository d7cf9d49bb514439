// A person's own profile: read, saved, thrown away, and filled from what they filed. It has one reader.
import { Hono } from 'hono'
import type { KeepInProfile, Profile } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { AppEnv } from '../http/context.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { keepChanges, listChanges } from './learn-from-dossier.ts'
import { createProfileRepository } from './repository.ts'
import { saveProfile, viewProfile } from './save-profile.ts'

export const profileRoutes = (deps: DossierDeps): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    const view = await viewProfile(deps)(await requirePermission(c, 'profile.keep'))
    setEtag(c, view.version)
    return c.json(view)
  })
  .put('/', async (c) => {
    const actor = await requirePermission(c, 'profile.keep')
    const ifVersion = requireIfMatch(c)
    const saved = await saveProfile(deps)(actor, ifVersion, await readBody<Profile>(c, 'profile/profile'))
    setEtag(c, saved.version)
    return c.json(saved)
  })
  .delete('/', async (c) => {
    const { id } = await requirePermission(c, 'profile.keep')
    await deps.database.commit([createProfileRepository(deps.database).remove(id)])
    return c.body(null, 204)
  })
  .get('/dossiers/:id', async (c) => c.json({ changes: await listChanges(deps)(await requirePermission(c, 'profile.keep'), routeId(c)) }))
  .post('/dossiers/:id', async (c) => {
    const actor = await requirePermission(c, 'profile.keep')
    const id = routeId(c)
    const { attributes } = await readBody<KeepInProfile>(c, 'api/keep-in-profile')
    return c.json({ profile: await keepChanges(deps)(actor, id, attributes) })
  })
