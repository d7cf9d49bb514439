// The organisation as administrators see and change it.
import { Hono, type Context } from 'hono'
import type { Approvers, NewSubstitution, SetMemberships, Unit } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { documentLimits, readBody } from '../http/read-body.ts'
import { routeId } from '../http/route-id.ts'
import { addSubstitution, endSubstitution, removeUnit, saveUnit, setApprovers, setMemberships, viewOrganisation, type Changing } from './change-organisation.ts'
import { listKnownUnits } from './known-places.ts'
import { createOrganisationRepository } from './organisation-repository.ts'
import { requirePermission } from './require-permission.ts'
import { createUnitRepository } from './unit-repository.ts'

/** Ids of units and calendars are short words. */
export const wordId = (c: Context<AppEnv>): string => {
  const id = c.req.param('id') ?? ''
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) throw new ProblemError('not-found')
  return id
}

const accountId = (c: Context<AppEnv>): string => {
  const id = c.req.param('id') ?? ''
  if (!/^[A-Za-z0-9-]{8,64}$/.test(id)) throw new ProblemError('not-found')
  return id
}

/** What procedures may name, for everybody who reads drafts. */
export const unitRoutes = ({ database }: Pick<Deps, 'database'>): Hono<AppEnv> => new Hono<AppEnv>().get('/', async (c) => {
  await requirePermission(c, 'procedure.readDrafts')
  const [units, people] = await Promise.all([createUnitRepository(database).list(), createOrganisationRepository(database).listPeople()])
  return c.json({ units: listKnownUnits(units, people.flatMap(({ memberships }) => memberships)) })
})

export const organisationRoutes = (deps: Pick<Deps, 'database' | 'now' | 'newId'>): Hono<AppEnv> => {
  const changing = async (c: Context<AppEnv>): Promise<Changing> => ({ actor: await requirePermission(c, 'organisation.manage'), seen: requireIfMatch(c) })
  /** After a change the whole is told again, with its new version. */
  const show = async (c: Context<AppEnv>, status: 200 | 201 = 200) => {
    const view = await viewOrganisation(deps)
    setEtag(c, view.version)
    return c.json(view, status)
  }
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      await requirePermission(c, 'organisation.manage')
      return show(c)
    })
    .put('/units/:id', async (c) => {
      const by = await changing(c)
      const id = wordId(c)
      const unit = await readBody<Unit>(c, 'organisation/unit')
      await saveUnit(deps)(by, { ...unit, id })
      return show(c)
    })
    .delete('/units/:id', async (c) => {
      await removeUnit(deps)(await changing(c), wordId(c))
      return show(c)
    })
    .put('/approvers', async (c) => {
      const by = await changing(c)
      await setApprovers(deps)(by, await readBody<Approvers>(c, 'organisation/approvers'))
      return show(c)
    })
    .put('/people/:id/memberships', async (c) => {
      const by = await changing(c)
      const id = accountId(c)
      await setMemberships(deps)(by, id, await readBody<SetMemberships>(c, 'api/set-memberships', documentLimits))
      return show(c)
    })
    .post('/substitutions', async (c) => {
      const by = await changing(c)
      await addSubstitution(deps)(by, await readBody<NewSubstitution>(c, 'organisation/new-substitution'))
      return show(c, 201)
    })
    .delete('/substitutions/:id', async (c) => {
      await endSubstitution(deps)(await changing(c), routeId(c))
      return show(c)
    })
}
