// In which units of this office somebody acts as what: read with each deed of an officer, so kept for a while. What procedures
// name by a code that stands here is done by the officers of that unit alone.
import { placeOf, placesOf, staffedPlaces, type Places } from '#core/organisation/places.ts'
import { placeUnits } from '#core/organisation/judge-unit.ts'
import type { KnownUnit, Membership, Session, Unit } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { StaffedPlaceTable } from '../db/organisation-tables.ts'
import type { Write } from '../db/unit-of-work.ts'
import { remembered } from './remembered.ts'
import { createUnitRepository } from './unit-repository.ts'

interface Known {
  units: Unit[]
  staffed: ReadonlySet<string>
}

const places = remembered(async (database): Promise<Known> => {
  const [units, staffed] = await Promise.all([createUnitRepository(database).list(), database.read<StaffedPlaceTable>('SELECT code, role FROM staffed_place')])
  return { units, staffed: new Set(staffed.map(({ role, code }) => placeOf(role, code))) }
})

export const forgetPlaces = places.forget

/** Where a person acts today, the places of those they stand in for among them. */
export const readPlaces = async (database: Database, { units: memberships = [] }: Pick<Session, 'units'>): Promise<Places> => {
  const { units, staffed } = await places.get(database)
  return placesOf(memberships, units, staffed)
}

/** Units as procedures may name them, in the order of the tree. */
export const listKnownUnits = (units: readonly Unit[], memberships: readonly Membership[]): KnownUnit[] => {
  const staffed = [...staffedPlaces(memberships, units)].map((place) => place.split('/') as [role: string, code: string])
  return placeUnits(units).map(({ unit: { name, code, 'x-i18n': words }, depth }) =>
    ({ ...(code !== undefined && { code }), name, ...(words && { 'x-i18n': words }), depth, roles: staffed.filter((place) => place[1] === code).map(([role]) => role).sort() }))
}

const placeTasks = `UPDATE task SET unit = CASE WHEN EXISTS (SELECT 1 FROM staffed_place s WHERE s.code = task.code AND s.role = task.role) THEN code ELSE '' END WHERE code <> ''`

/** Gives tasks that name a unit to it, or to everybody with the role where it is not known: of one dossier, or after the organisation changed of all. */
export const keepTaskPlaces = (dossierId?: string): Write => (dossierId === undefined ? { sql: placeTasks, parameters: [] } : { sql: `${placeTasks} AND dossier_id = ?`, parameters: [dossierId] })

/** What follows from a changed organisation. */
export const keepPlaces = (units: readonly Unit[], memberships: readonly Membership[]): Write[] => [
  { sql: 'DELETE FROM staffed_place', parameters: [] },
  ...[...staffedPlaces(memberships, units)].map((place) => {
    const [role, code] = place.split('/')
    return { sql: 'INSERT INTO staffed_place (role, code) VALUES (?, ?)', parameters: [role, code], expect: 1 }
  }),
  keepTaskPlaces(),
]
