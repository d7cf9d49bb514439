// Who belongs where, who stands in for whom, and every change of it. The number of the last change is the version that a change
// must name, so that nobody overwrites what they have not seen.
import type { Membership, NewSubstitution, Officer, Session, Substitution } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { MembershipTable, SubstitutionTable } from '../db/organisation-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

interface AccountRow {
  id: string
  name: string
  email: string
  roles: string
  suspendedAt: string | null
  hasPassword: boolean | number
}

const toSubstitution = (row: SubstitutionTable): Substitution =>
  ({ id: row.id, absent: row.absent_id, substitute: row.substitute_id, from: row.from_day, to: row.to_day, reason: row.reason })

export const toMembership = ({ unit_id, role }: MembershipTable): Membership => ({ unit: unit_id, role })

const selectAccounts = `SELECT "id", "name", "email", "roles", "suspendedAt", EXISTS (SELECT 1 FROM "account" a WHERE a."userId" = u."id" AND a."password" IS NOT NULL) AS "hasPassword"
  FROM "user" u ORDER BY "name", "id"`

const insertMembership = 'INSERT INTO membership (account_id, unit_id, role) VALUES (?, ?, ?)'

export const createOrganisationRepository = (database: Database) => ({
  version: async (): Promise<number> => Number((await database.read<{ n: number | string | null }>('SELECT MAX(number) AS n FROM organisation_change'))[0]?.n ?? 0),
  /** Notes a change; stale when somebody made that number since. */
  noteChange: (seen: number, kind: string, content: unknown, actor: Pick<Session, 'id' | 'name'>, now: string): Write => ({
    sql: 'INSERT INTO organisation_change (number, at, actor_id, actor, kind, content) VALUES (?, ?, ?, ?, ?, ?)',
    parameters: [seen + 1, now, actor.id, actor.name, kind, JSON.stringify(content)], expect: 1, conflict: 'stale',
  }),
  /** Everybody who works for the office, by name. */
  listPeople: async (): Promise<Officer[]> => {
    const [accounts, memberships] = await Promise.all([
      database.read<AccountRow>(selectAccounts),
      database.read<MembershipTable>('SELECT * FROM membership ORDER BY account_id, unit_id, role'),
    ])
    const byAccount = new Map<string, Membership[]>()
    for (const row of memberships) byAccount.set(row.account_id, [...(byAccount.get(row.account_id) ?? []), toMembership(row)])
    return accounts.map(({ id, name, email, roles, suspendedAt, hasPassword }): Officer => ({
      id, name, email, roles: JSON.parse(roles) as string[], ...(suspendedAt !== null && { suspended: true }), ...(!hasPassword && { invited: true }), memberships: byAccount.get(id) ?? [],
    })).filter(({ roles }) => roles.some((role) => role !== 'applicant'))
  },
  setMemberships: (accountId: string, memberships: readonly Membership[]): Write[] => [
    { sql: 'DELETE FROM membership WHERE account_id = ?', parameters: [accountId] },
    ...memberships.map(({ unit, role }) => ({ sql: insertMembership, parameters: [accountId, unit, role], expect: 1 })),
  ],
  /** What an account may do and where it says that it belongs. */
  setRoles: (accountId: string, roles: readonly string[], unitName: string | undefined): Write =>
    ({ sql: 'UPDATE "user" SET "roles" = ?, "unit" = ? WHERE "id" = ?', parameters: [JSON.stringify(roles), unitName ?? null, accountId], expect: 1 }),
  setName: (accountId: string, name: string): Write => ({ sql: 'UPDATE "user" SET "name" = ? WHERE "id" = ?', parameters: [name.normalize('NFC'), accountId], expect: 1 }),
  countMembers: async (unitId: string): Promise<number> =>
    Number((await database.read<{ n: number | string }>('SELECT COUNT(*) AS n FROM membership WHERE unit_id = ?', [unitId]))[0]!.n),
  /** Those that last until a day or longer, in the order in which they begin. */
  listSubstitutions: async (today: string): Promise<Substitution[]> =>
    (await database.read<SubstitutionTable>('SELECT * FROM substitution WHERE to_day >= ? ORDER BY from_day, id', [today])).map(toSubstitution),
  insertSubstitution: (id: string, { absent, substitute, from, to, reason }: NewSubstitution): Write => ({
    sql: 'INSERT INTO substitution (id, absent_id, substitute_id, from_day, to_day, reason) VALUES (?, ?, ?, ?, ?, ?)', parameters: [id, absent, substitute, from, to, reason], expect: 1,
  }),
  endSubstitution: (id: string): Write => ({ sql: 'DELETE FROM substitution WHERE id = ?', parameters: [id], expect: 1 }),
})
