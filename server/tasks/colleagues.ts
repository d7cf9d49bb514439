// Officers as those whom a dossier may be given to: who has the role, how much they have on their desk, and who is away.
import { findStep } from '#core/workflow/facts.ts'
import { vietnamDate } from '#core/text/format.ts'
import { isAskedOf } from '#core/organisation/places.ts'
import type { Colleague, Membership, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { MembershipTable } from '../db/organisation-tables.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { readPlaces } from '../organisation/known-places.ts'
import { toMembership } from '../organisation/organisation-repository.ts'
import { getFiledDossier } from './get-filed-dossier.ts'

export interface Officer {
  id: string
  name: string
  roles: string[]
  unit?: string
  memberships: Membership[]
}

interface Row {
  id: string
  name: string
  roles: string
  unit: string | null
}

const columns = 'SELECT "id", "name", "roles", "unit" FROM "user" WHERE "suspendedAt" IS NULL'
const select = `${columns} AND "id" = ?`
// The list of roles is JSON text of plain words, so the word in its quotes is the role.
const selectByRole = `${columns} AND "roles" LIKE ? ORDER BY "name", "id" LIMIT ?`
const most = 500

const selectMemberships = 'SELECT account_id, unit_id, role FROM membership'

const toOfficer = ({ id, name, roles, unit }: Row, memberships: readonly MembershipTable[]): Officer => ({
  id, name, roles: JSON.parse(roles) as string[], ...(unit !== null && { unit }), memberships: memberships.filter(({ account_id }) => account_id === id).map(toMembership),
})

export const findOfficer = async (database: Database, id: string): Promise<Officer | undefined> => {
  const [row] = await database.read<Row>(select, [id])
  return row && toOfficer(row, await database.read<MembershipTable>(`${selectMemberships} WHERE account_id = ?`, [id]))
}

const readIds = async (database: Database, sql: string, parameters: unknown[]): Promise<Map<string, number>> =>
  new Map((await database.read<{ id: string; n: number }>(sql, parameters)).map(({ id, n }) => [id, Number(n)]))

/** Whom the step that the dossier is in asks, by role and unit; whoever has least comes first. */
export const listColleagues = (deps: DossierDeps) => async (actor: Session, id: string): Promise<Colleague[]> => {
  const { dossier } = await getFiledDossier(deps, actor, id)
  const { workflow } = (await deps.revisions.get(dossier)).procedure
  const by = workflow && findStep(workflow, dossier.step)?.by
  if (by === undefined) return []
  const { role } = by
  const today = vietnamDate(deps.now())
  const [rows, memberships, open, away] = await Promise.all([
    deps.database.read<Row>(selectByRole, [`%"${role}"%`, most]),
    deps.database.read<MembershipTable>(`${selectMemberships} WHERE role = ?`, [role]),
    readIds(deps.database, `SELECT assignee_id AS id, COUNT(*) AS n FROM task WHERE kind = 'step' AND assignee_id IS NOT NULL AND role = ? GROUP BY assignee_id`, [role]),
    readIds(deps.database, 'SELECT absent_id AS id, COUNT(*) AS n FROM substitution WHERE from_day <= ? AND to_day >= ? GROUP BY absent_id', [today, today]),
  ])
  const officers = await Promise.all(rows.map((row) => toOfficer(row, memberships)).map(async (officer) => ({ ...officer, places: await readPlaces(deps.database, { units: officer.memberships }) })))
  return officers.filter((officer) => isAskedOf(by, officer)).map(({ id: officer, name, unit }): Colleague => ({ id: officer, name, ...(unit !== undefined && { unit }), open: open.get(officer) ?? 0, ...(away.has(officer) && { away: true }) }))
    .sort((a, b) => Number(a.away ?? false) - Number(b.away ?? false) || a.open - b.open || a.name.localeCompare(b.name, 'vi'))
}
