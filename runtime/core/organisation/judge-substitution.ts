// Who may stand in for whom: an officer for another, one at a time, and nobody who is away in the same days.
import type { NewSubstitution, Officer, Substitution } from '#schemas/generated/types.ts'
import { officerRoles } from '../access/can.ts'
import { isDate } from '../formula/apply-function.ts'
import type { Issue } from '../issues/issue.ts'

const isOfficer = (people: readonly Officer[], id: string): boolean => people.some((person) => person.id === id && person.roles.some((role) => (officerRoles as readonly string[]).includes(role)))

export const isIn = ({ from, to }: Pick<Substitution, 'from' | 'to'>, day: string): boolean => from <= day && day <= to

const overlaps = (a: NewSubstitution, b: Substitution): boolean => a.from <= b.to && b.from <= a.to

/** Faults of a substitution that is to be entered today. */
export const judgeSubstitution = (wanted: NewSubstitution, known: readonly Substitution[], people: readonly Officer[], today: string): Issue[] => {
  const { absent, substitute, from, to } = wanted
  const same = known.filter((each) => overlaps(wanted, each))
  return [
    ...(['absent', 'substitute'] as const).filter((side) => !isOfficer(people, wanted[side])).map((side) => ({ pointer: `/${side}`, code: 'substitution.noOfficer' })),
    ...(['from', 'to'] as const).filter((side) => !isDate(wanted[side])).map((side) => ({ pointer: `/${side}`, code: 'calendar.dateUnknown', params: { date: wanted[side] } })),
    ...(absent === substitute ? [{ pointer: '/substitute', code: 'substitution.oneself' }] : []),
    ...(to < from ? [{ pointer: '/to', code: 'substitution.datesCrossed' }] : []),
    ...(from <= to && to < today ? [{ pointer: '/to', code: 'substitution.past' }] : []),
    ...(same.some((each) => each.absent === absent) ? [{ pointer: '/absent', code: 'substitution.twice' }] : []),
    ...(same.some((each) => each.absent === substitute) ? [{ pointer: '/substitute', code: 'substitution.away' }] : []),
  ]
}
