// What somebody may act as today: by their own roles and units, and in the place of absent colleagues. Only what officers do is
// lent, never administration; who stands in for a substitute does not stand in for those behind them.
import type { Membership, Session } from '#schemas/generated/types.ts'
import { officerRoles } from '../access/can.ts'

export interface AbsentColleague {
  id: string
  name: string
  roles: readonly string[]
  memberships: readonly Membership[]
  /** Last day of the absence. */
  until: string
}

const lendable = (roles: readonly string[]): string[] => roles.filter((role) => (officerRoles as readonly string[]).includes(role))
const unique = <Value>(values: readonly Value[]): Value[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]

export const standIn = (session: Session, memberships: readonly Membership[], colleagues: readonly AbsentColleague[]): Session => {
  const standsInFor = colleagues.map(({ id, name, roles, until }) => ({ id, name, roles: lendable(roles), until })).filter(({ roles }) => roles.length > 0)
  const lentRoles = unique(standsInFor.flatMap(({ roles }) => roles)).filter((role) => !session.roles.includes(role))
  const units = unique([...memberships, ...colleagues.flatMap((colleague) => colleague.memberships)])
  return {
    ...session, roles: [...session.roles, ...lentRoles], ...(units.length > 0 && { units }),
    ...(standsInFor.length > 0 && { standsInFor }), ...(lentRoles.length > 0 && { lentRoles }),
  }
}

/** For whom somebody does it: the colleague whose role they act in, or who has the task; undefined for themselves. */
export const actsInPlaceOf = ({ standsInFor = [], lentRoles = [] }: Pick<Session, 'standsInFor' | 'lentRoles'>, role: string | undefined, assigneeId?: string): string | undefined =>
  (standsInFor.find(({ id }) => id === assigneeId) ?? standsInFor.find(({ roles }) => role !== undefined && lentRoles.includes(role) && roles.includes(role)))?.name
