// Who may approve which part of a change: a reviewer who belongs to the unit that the organisation names for it, any reviewer where
// it names none; never somebody who wrote any of it (contract.md, "Revision life").
import type { Approvers, ChangePart, Officer } from '#schemas/generated/types.ts'

type Person = Pick<Officer, 'id' | 'roles' | 'memberships' | 'suspended'>

export const mayApprove = ({ id, roles, memberships, suspended }: Person, part: ChangePart, approvers: Approvers, authors: readonly string[]): boolean => {
  if (suspended === true || !roles.includes('reviewer') || authors.includes(id)) return false
  const unit = approvers[part]
  return unit === undefined || memberships.some((membership) => membership.unit === unit)
}

/** The parts of a change that somebody may approve. */
export const partsOf = (person: Person, parts: readonly ChangePart[], approvers: Approvers, authors: readonly string[]): ChangePart[] =>
  parts.filter((part) => mayApprove(person, part, approvers, authors))

/** Everybody who may approve at least one of the parts. */
export const reviewersOf = <Somebody extends Person>(people: readonly Somebody[], parts: readonly ChangePart[], approvers: Approvers, authors: readonly string[]): Somebody[] =>
  people.filter((person) => partsOf(person, parts, approvers, authors).length > 0)
