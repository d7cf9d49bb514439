// To whom the office's own notices go: to the officers of a role, of one unit where a unit is asked, and to a person; in both cases
// also to whoever stands in today for somebody who is away.
import { vietnamDate } from '#core/text/format.ts'
import type { Deps } from '../deps.ts'

type Needs = Pick<Deps, 'database' | 'identity' | 'now'>

const substitutes = 'SELECT substitute_id FROM substitution WHERE from_day <= ? AND to_day >= ? AND absent_id IN'

const selectOfUnit = `WITH RECURSIVE below (id) AS (SELECT id FROM unit WHERE code = ? UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id),
    member (id) AS (SELECT account_id FROM membership WHERE role = ? AND unit_id IN (SELECT id FROM below))
  SELECT DISTINCT "email" AS email FROM "user" WHERE "suspendedAt" IS NULL AND ("id" IN (SELECT id FROM member) OR "id" IN (${substitutes} (SELECT id FROM member))) ORDER BY "email"`

const selectOfPerson = `SELECT DISTINCT "email" AS email FROM "user" WHERE "id" = ? OR ("suspendedAt" IS NULL AND "id" IN (${substitutes} (?))) ORDER BY "email"`

const readEmails = async ({ database }: Needs, sql: string, parameters: unknown[]): Promise<string[]> => (await database.read<{ email: string }>(sql, parameters)).map(({ email }) => email)

/** Where no unit bears the code, or nobody there has the role, everybody with the role is told. */
export const emailsOfRole = async (deps: Needs, role: string, code: string | undefined): Promise<string[]> => {
  const today = vietnamDate(deps.now())
  const found = code === undefined ? [] : await readEmails(deps, selectOfUnit, [code, role, today, today])
  return found.length > 0 ? found : deps.identity.findEmailsByRole(role)
}

/** Somebody who is away is told too: they come back. */
export const emailsOfPerson = async (deps: Needs, id: string): Promise<string[]> => {
  const today = vietnamDate(deps.now())
  return readEmails(deps, selectOfPerson, [id, today, today, id])
}
