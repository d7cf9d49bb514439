// Officers as those whom a dossier may be given to: who has the role, how much they have on their desk, and who is away.
import { findStep } from '#core/workflow/facts.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Colleague, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { getFiledDossier } from './get-filed-dossier.ts'

export interface Officer {
  id: string
  name: string
  roles: string[]
  unit?: string
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

const toOfficer = ({ id, name, roles, unit }: Row): Officer => ({ id, name, roles: JSON.parse(roles) as string[], ...(unit !== null && { unit }) })

export const findOfficer = async (database: Database, id: string): Promise<Officer | undefined> => {
  const [row] = await database.read<Row>(select, [id])
  return row && toOfficer(row)
}

const readIds = async (database: Database, sql: string, parameters: unknown[]): Promise<Map<string, number>> =>
  new Map((await database.read<{ id: string; n: number }>(sql, parameters)).map(({ id, n }) => [id, Number(n)]))

/** With the role of the step that the dossier is in; whoever has least comes first. */
export const listColleagues = (deps: DossierDeps) => async (actor: Session, id: string): Promise<Colleague[]> => {
  const { dossier } = await getFiledDossier(deps, actor, id)
  const { workflow } = (await deps.revisions.get(dossier)).procedure
  const role = workflow && findStep(workflow, dossier.step)?.by?.role
  if (role === undefined) return []
  const today = vietnamDate(deps.now())
  const [officers, open, away] = await Promise.all([
    deps.database.read<Row>(selectByRole, [`%"${role}"%`, most]),
    readIds(deps.database, `SELECT assignee_id AS id, COUNT(*) AS n FROM task WHERE kind = 'step' AND assignee_id IS NOT NULL AND role = ? GROUP BY assignee_id`, [role]),
    readIds(deps.database, 'SELECT absent_id AS id, COUNT(*) AS n FROM substitution WHERE from_day <= ? AND to_day >= ? GROUP BY absent_id', [today, today]),
  ])
  return officers.map(toOfficer).map(({ id: officer, name, unit }): Colleague => ({ id: officer, name, ...(unit !== undefined && { unit }), open: open.get(officer) ?? 0, ...(away.has(officer) && { away: true }) }))
    .sort((a, b) => Number(a.away ?? false) - Number(b.away ?? false) || a.open - b.open || a.name.localeCompare(b.name, 'vi'))
}
