// Units and roles of an officer while they are being entered, and what of them is sent.
import { officerRoles } from '#core/access/can.ts'
import type { Membership, Officer, SetMemberships } from '#schemas/generated/types.ts'

/** What is not chosen yet is empty. */
export type Line = Membership

export const administrationRoles = ['administrator', 'reviewer'] as const

/** As they are; a role that is held in no unit waits for one. */
export const linesOf = ({ roles, memberships }: Officer): Line[] => {
  const loose = roles.filter((role) => (officerRoles as readonly string[]).includes(role) && !memberships.some((each) => each.role === role))
  return [...memberships.map((each) => ({ ...each })), ...loose.map((role) => ({ unit: '', role }))]
}

export const administrationOf = ({ roles }: Pick<Officer, 'roles'>): string[] => administrationRoles.filter((role) => roles.includes(role))

/** Each line once; undefined while something is missing. */
export const placesIn = (lines: readonly Line[], administration: readonly string[]): Required<Omit<SetMemberships, 'name'>> | undefined => {
  if (lines.some(({ unit, role }) => !unit || !role)) return undefined
  return { memberships: [...new Map(lines.map(({ unit, role }) => [`${unit} ${role}`, { unit, role }])).values()], administration: administrationRoles.filter((role) => administration.includes(role)) }
}
