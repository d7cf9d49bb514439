// What administrators change of the organisation: units, who belongs to them as what, who stands in for whom. Every change names
// the version that was seen and is kept with who made it.
import { officerRoles } from '#core/access/can.ts'
import type { Issue } from '#core/issues/issue.ts'
import { judgeSubstitution } from '#core/organisation/judge-substitution.ts'
import { judgeUnit } from '#core/organisation/judge-unit.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Approvers, NewSubstitution, OrganisationView, Session, SetMemberships, Unit } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readApprovers, writeApprovers } from './approvers.ts'
import { forgetCalendars } from './calendar.ts'
import { createCalendarRepository } from './calendar-repository.ts'
import { createOrganisationRepository } from './organisation-repository.ts'
import { createUnitRepository } from './unit-repository.ts'

type Needs = Pick<Deps, 'database' | 'now' | 'newId'>

/** Who changes it, and the version that they have seen. */
export interface Changing {
  actor: Pick<Session, 'id' | 'name'>
  seen: number
}

const refuse = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new ProblemError('invalid-body', issues)
}

const issueWhen = (wrong: boolean, pointer: string, code: string, params: Record<string, unknown> = {}): Issue[] => (wrong ? [{ pointer, code, params }] : [])

const keep = async ({ database, now }: Needs, { actor, seen }: Changing, kind: string, content: unknown, writes: readonly Write[]): Promise<void> => {
  await database.commit([createOrganisationRepository(database).noteChange(seen, kind, content, actor, now()), ...writes])
  forgetCalendars(database)
}

export const viewOrganisation = async ({ database, now }: Needs): Promise<OrganisationView> => {
  const organisation = createOrganisationRepository(database)
  // The version first: what changes meanwhile makes the view stale, never silently old.
  const version = await organisation.version()
  const [units, people, substitutions, approvers] = await Promise.all([
    createUnitRepository(database).list(), organisation.listPeople(), organisation.listSubstitutions(vietnamDate(now())), readApprovers(database),
  ])
  return { version, units, people, substitutions, approvers }
}

export const saveUnit = (deps: Needs) => async (changing: Changing, unit: Unit): Promise<void> => {
  const units = createUnitRepository(deps.database)
  const isKnown = unit.calendar === undefined || await createCalendarRepository(deps.database).find(unit.calendar)
  refuse([...judgeUnit(unit, await units.list()), ...issueWhen(!isKnown, '/calendar', 'unit.calendarUnknown', { calendar: unit.calendar })])
  await keep(deps, changing, 'unit', unit, [units.save(unit)])
}

export const removeUnit = (deps: Needs) => async (changing: Changing, id: string): Promise<void> => {
  const units = createUnitRepository(deps.database)
  const known = await units.list()
  if (!known.some((unit) => unit.id === id)) throw new ProblemError('not-found')
  const members = await createOrganisationRepository(deps.database).countMembers(id)
  const approves = Object.values(await readApprovers(deps.database)).includes(id)
  refuse([...issueWhen(known.some(({ parent }) => parent === id), '', 'unit.hasUnits'), ...issueWhen(members > 0, '', 'unit.hasPeople'), ...issueWhen(approves, '', 'unit.approves')])
  await keep(deps, changing, 'unit-removed', { id }, [units.remove(id)])
}

/** Which unit approves which part of a change of a procedure. */
export const setApprovers = (deps: Needs) => async (changing: Changing, approvers: Approvers): Promise<void> => {
  const units = await createUnitRepository(deps.database).list()
  refuse(Object.entries(approvers).flatMap(([part, unit]) => issueWhen(!units.some(({ id }) => id === unit), `/${part}`, 'membership.unitUnknown', { unit })))
  await keep(deps, changing, 'approvers', approvers, [writeApprovers(approvers)])
}

/** An officer's roles in workflows are those of the memberships; other roles (administrator, reviewer) stay. */
export const setMemberships = (deps: Needs) => async (changing: Changing, accountId: string, { memberships }: SetMemberships): Promise<void> => {
  const organisation = createOrganisationRepository(deps.database)
  const [people, units] = await Promise.all([organisation.listPeople(), createUnitRepository(deps.database).list()])
  const person = people.find(({ id }) => id === accountId)
  if (!person) throw new ProblemError('not-found')
  const isOfficerRole = (role: string): boolean => (officerRoles as readonly string[]).includes(role)
  refuse(memberships.flatMap(({ unit, role }, i) => [
    ...issueWhen(!units.some(({ id }) => id === unit), `/memberships/${i}/unit`, 'membership.unitUnknown', { unit }),
    ...issueWhen(!isOfficerRole(role), `/memberships/${i}/role`, 'membership.roleUnknown', { role }),
  ]))
  const roles = [...new Set([...person.roles.filter((role) => !isOfficerRole(role)), ...memberships.map(({ role }) => role)])]
  const unitName = units.find(({ id }) => id === memberships[0]?.unit)?.name
  await keep(deps, changing, 'memberships', { account: accountId, memberships }, [...organisation.setMemberships(accountId, memberships), organisation.setRoles(accountId, roles, unitName)])
}

export const addSubstitution = (deps: Needs) => async (changing: Changing, wanted: NewSubstitution): Promise<string> => {
  const organisation = createOrganisationRepository(deps.database)
  const today = vietnamDate(deps.now())
  refuse(judgeSubstitution(wanted, await organisation.listSubstitutions(today), await organisation.listPeople(), today))
  const id = deps.newId()
  await keep(deps, changing, 'substitution', { id, ...wanted }, [organisation.insertSubstitution(id, wanted)])
  return id
}

/** It ends at once; that it was there stays in the changes. */
export const endSubstitution = (deps: Needs) => async (changing: Changing, id: string): Promise<void> => {
  const organisation = createOrganisationRepository(deps.database)
  const ended = (await organisation.listSubstitutions('')).find((each) => each.id === id)
  if (!ended) throw new ProblemError('not-found')
  await keep(deps, changing, 'substitution-ended', ended, [organisation.endSubstitution(id)])
}
