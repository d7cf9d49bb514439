// Adds to a session where the person belongs and whom they stand in for today. Citizens belong nowhere.
import { standIn } from '#core/organisation/stand-in.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Membership, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'

interface AbsentRow {
  id: string
  name: string
  roles: string
  until: string
}

const selectAbsent = `SELECT u."id" AS id, u."name" AS name, u."roles" AS roles, s.to_day AS until FROM substitution s JOIN "user" u ON u."id" = s.absent_id
  WHERE s.substitute_id = ? AND s.from_day <= ? AND s.to_day >= ? ORDER BY u."name", u."id"`

export const completeSession = ({ database, now }: { database: Database; now: () => string }) => async (session: Session): Promise<Session> => {
  if (session.roles.every((role) => role === 'applicant')) return session
  const membershipsOf = (id: string): Promise<Membership[]> => database.read<Membership>('SELECT unit_id AS unit, role FROM membership WHERE account_id = ? ORDER BY unit_id, role', [id])
  const today = vietnamDate(now())
  const absent = await database.read<AbsentRow>(selectAbsent, [session.id, today, today])
  const colleagues = await Promise.all(absent.map(async (row) => ({ ...row, roles: JSON.parse(row.roles) as string[], memberships: await membershipsOf(row.id) })))
  return standIn(session, await membershipsOf(session.id), colleagues)
}
