// Who of an office is meant by an assignment: documents name a unit or another authority by its code, which every installation
// gives to units of its own (QĐ 20/2020/QĐ-TTg Đ.4). Where no unit bears the code, or nobody there has the role, anybody with the
// role acts: a procedure from elsewhere never gets stuck.
import type { Assignment, Membership, Unit } from '#schemas/generated/types.ts'
import { placeUnits, unitsAbove } from './judge-unit.ts'

/** A role in the unit of a code, as one word. */
export const placeOf = (role: string, code: string): string => `${role}/${code}`

export interface Places {
  /** Every place where somebody of this installation acts. */
  staffed: ReadonlySet<string>
  /** Where this person acts, also for the units above their own. */
  own: ReadonlySet<string>
  /** Codes of the units in which this person gives out work. */
  heads: ReadonlySet<string>
}

const coded = (units: readonly Unit[]): string[] => units.flatMap(({ code }) => code ?? [])

const withAbove = (id: string, units: readonly Unit[]): Unit[] => units.filter((unit) => unit.id === id).flatMap((unit) => [unit, ...unitsAbove(unit, units)])

/** A unit with all below it. */
const withBelow = (top: Unit | undefined, units: readonly Unit[]): Unit[] => (top ? [top, ...placeUnits(units, top.id).map(({ unit }) => unit)] : [])

/** What somebody does in a unit is done in the units above it too. */
export const staffedPlaces = (memberships: readonly Membership[], units: readonly Unit[]): Set<string> =>
  new Set(memberships.flatMap(({ unit, role }) => coded(withAbove(unit, units)).map((code) => placeOf(role, code))))

/** A head of unit gives out the work of that unit and those below; a head of an authority that of the whole authority. */
const headedBy = ({ unit, role }: Membership, units: readonly Unit[]): string[] => {
  const above = withAbove(unit, units)
  return role === 'unit-head' ? coded(withBelow(above[0], units)) : role === 'head' ? coded(withBelow(above.at(-1), units)) : []
}

export const placesOf = (memberships: readonly Membership[], units: readonly Unit[], staffed: ReadonlySet<string>): Places =>
  ({ staffed, own: staffedPlaces(memberships, units), heads: new Set(memberships.flatMap((each) => headedBy(each, units))) })

interface Officer {
  roles: readonly string[]
  /** Absent where units are not told apart, as in a simulation. */
  places?: Places
}

/** Whether only officers of the unit that it names act. */
export const isForUnit = ({ role, code }: Assignment, { places }: Pick<Officer, 'places'>): boolean => code !== undefined && places !== undefined && places.staffed.has(placeOf(role, code))

export const isAskedOf = (by: Assignment | undefined, officer: Officer): boolean =>
  by !== undefined && officer.roles.includes(by.role) && (!isForUnit(by, officer) || officer.places!.own.has(placeOf(by.role, by.code!)))

/** Whether a person gives out the work of others here. */
export const isHeadOf = (by: Assignment, officer: Officer): boolean =>
  ['unit-head', 'head'].some((role) => officer.roles.includes(role)) && (!isForUnit(by, officer) || officer.places!.heads.has(by.code!))
