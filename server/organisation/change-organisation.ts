// What administrators change of the organisation: units, who belongs to them as what, who stands in for whom. Every change names
// the version that was seen and is kept with who made it.
import { officerRoles } from '#core/access/can.ts'
import type { Issue } from '#core/issues/issue.ts'
import { judgeSubstitution } from '#core/organisation/judge-substitution.ts'
import { judgeUnit } from '#core/organisation/judge-unit.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Approvers, Membership, NewSubstitution, OrganisationView, Session, SetMemberships, Unit } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readApprovers, writeApprovers } from './approvers.ts'
import { forgetCalendars } from './calendar.ts'
import { createCalendarRepository } from './calendar-repository.ts'
import { createOrganisationRepository } from './organisation-repository.ts'
import { forgetPlaces, keepPlaces } from './known-places.ts'
import { createUnitRepository } from './unit-repository.ts'

type Needs = Pick<Deps, 'database' | 'now' | 'newId'>

/** Who changes it, and the version that they have seen. */
export interface Changing {
  actor: Pick<Session, 'id' | 'name'>
  seen: number
}

export const refuse = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new ProblemError('invalid-body', issues)
}

export const issueWhen = (wrong: boolean, pointer: string, code: string, params: Record<string, unknown> = {}): Issue[] => (wrong ? [{ pointer, code, params }] : [])

/** What was changed counts at once. */
export const forgetOrganisation = ({ database }: Pick<Needs, 'database'>): void => {
  forgetCalendars(database)
  forgetPlaces(database)
}

export const noteOf = ({ database, now }: Pick<Needs, 'database' | 'now'>, { actor, seen }: Changing, kind: string, content: unknown): Write =>
  createOrganisationRepository(database).noteChange(seen, kind, content, actor, now())

const keep = async (deps: Needs, changing: Changing, kind: string, content: unknown, writes: readonly Write[]): Promise<void> => {
  await deps.database.commit([noteOf(deps, changing, kind, content), ...writes])
  forgetOrganisation(deps)
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

const allMemberships = async ({ database }: Needs): Promise<Membership[]> => (await createOrganisationRepository(database).listPeople()).flatMap(({ memberships }) => memberships)

export const saveUnit = (deps: Needs) => async (changing: Changing, unit: Unit): Promise<void> => {
  const units = createUnitRepository(deps.database)
  const isKnown = unit.calendar === undefined || await createCalendarRepository(deps.database).find(unit.calendar)
  const known = await units.list()
  refuse([...judgeUnit(unit, known), ...issueWhen(!isKnown, '/calendar', 'unit.calendarUnknown', { calendar: unit.calendar })])
  await keep(deps, changing, 'unit', unit, [units.save(unit), ...keepPlaces([...known.filter(({ id }) => id !== unit.id), unit], await allMemberships(deps))])
}

export const removeUnit = (deps: Needs) => async (changing: Changing, id: string): Promise<void> => {
  const units = createUnitRepository(deps.database)
  const known = await units.list()
  if (!known.some((unit) => unit.id === id)) throw new ProblemError('not-found')
  const members = await createOrganisationRepository(deps.database).countMembers(id)
  const approves = Object.values(await readApprovers(deps.database)).includes(id)
  refuse([...issueWhen(known.some(({ parent }) => parent === id), '', 'unit.hasUnits'), ...issueWhen(members > 0, '', 'unit.hasPeople'), ...issueWhen(approves, '', 'unit.approves')])
  await keep(deps, changing, 'unit-removed', { id }, [units.remove(id), ...keepPlaces(known.filter((unit) => unit.id !== id), await allMemberships(deps))])
}

/** Which unit approves which part of a change of a procedure. */
export const setApprovers = (deps: Needs) => async (changing: Changing, approvers: Approvers): Promise<void> => {
  const units = await createUnitRepository(deps.database).list()
  refuse(Object.entries(approvers).flatMap(([part, unit]) => issueWhen(!units.some(({ id }) => id === unit), `/${part}`, 'membership.unitUnknown', { unit })))
  await keep(deps, changing, 'approvers', approvers, [writeApprovers(approvers)])
}

const isOfficerRole = (role: string): boolean => (officerRoles as readonly string[]).includes(role)

/** Judges what somebody is to be, and gives what follows for a person who may be new. `others` are roles that stay. */
export const placeOfficer = async ({ database }: Pick<Needs, 'database'>, { memberships, administration = [] }: Omit<SetMemberships, 'name'>, others: readonly string[] = []): Promise<(accountId: string) => Write[]> => {
  const organisation = createOrganisationRepository(database)
  const [people, units] = await Promise.all([organisation.listPeople(), createUnitRepository(database).list()])
  refuse(memberships.flatMap(({ unit, role }, i) => [
    ...issueWhen(!units.some(({ id }) => id === unit), `/memberships/${i}/unit`, 'membership.unitUnknown', { unit }),
    ...issueWhen(!isOfficerRole(role), `/memberships/${i}/role`, 'membership.roleUnknown', { role }),
  ]))
  const roles = [...new Set([...others, ...administration, ...memberships.map(({ role }) => role)])]
  const unitName = units.find(({ id }) => id === memberships[0]?.unit)?.name
  return (accountId) => [
    ...organisation.setMemberships(accountId, memberships), organisation.setRoles(accountId, roles, unitName),
    ...keepPlaces(units, [...people.filter(({ id }) => id !== accountId).flatMap((each) => each.memberships), ...memberships]),
  ]
}

const administrationRoles = ['administrator', 'reviewer'] as const

/** An officer's roles in workflows are those of the memberships; administration stays as it is when nothing is said of it. */
export const setMemberships = (deps: Needs) => async (changing: Changing, accountId: string, { name: given, memberships, administration }: SetMemberships): Promise<void> => {
  const person = (await createOrganisationRepository(deps.database).listPeople()).find(({ id }) => id === accountId)
  if (!person) throw new ProblemError('not-found')
  const before = administrationRoles.filter((role) => person.roles.includes(role))
  const wanted = administration ?? before
  // An office without an administrator could not be helped.
  refuse(issueWhen(changing.actor.id === accountId && before.includes('administrator') && !wanted.includes('administrator'), '/administration', 'officer.ownAdministration'))
  const others = person.roles.filter((role) => !isOfficerRole(role) && !(administrationRoles as readonly string[]).includes(role))
  refuse(issueWhen(memberships.length + wanted.length + others.length === 0, '/memberships', 'officer.noRole'))
  const place = await placeOfficer(deps, { memberships, administration: wanted }, others)
  const name = given?.trim() ?? person.name
  await keep(deps, changing, 'memberships', { account: accountId, ...(name !== person.name && { name }), memberships, administration: wanted }, [...place(accountId), createOrganisationRepository(deps.database).setName(accountId, name)])
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
