// Profiles as rows: one for each account, with the personal number lifted out so that the one-stop desk finds the account of
// the person who stands there. Nobody but its owner reads the rest.
import type { Profile } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { ProfileTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface StoredProfile {
  profile: Profile
  /** 0 while nothing was ever saved. */
  version: number
  updatedAt?: string
}

const insert = 'INSERT INTO profile (account_id, content, person_id, version, updated_at) VALUES (?, ?, ?, 1, ?)'
const update = 'UPDATE profile SET content = ?, person_id = ?, version = version + 1, updated_at = ? WHERE account_id = ? AND version = ?'

export const createProfileRepository = (database: Database) => ({
  get: async (accountId: string): Promise<StoredProfile> => {
    const [row] = await database.read<ProfileTable>('SELECT * FROM profile WHERE account_id = ?', [accountId])
    return row ? { profile: JSON.parse(row.content) as Profile, version: row.version, updatedAt: row.updated_at } : { profile: {}, version: 0 }
  },
  save: (accountId: string, ifVersion: number, profile: Profile, now: string): Write => {
    const content = JSON.stringify(profile)
    const personId = profile.person?.personId ?? null
    return ifVersion === 0
      ? { sql: insert, parameters: [accountId, content, personId, now], expect: 1, conflict: 'stale' }
      : { sql: update, parameters: [content, personId, now, accountId, ifVersion], expect: 1, conflict: 'stale' }
  },
  remove: (accountId: string): Write => ({ sql: 'DELETE FROM profile WHERE account_id = ?', parameters: [accountId] }),
  /** Accounts that name this personal number: more than one when somebody named a number that is not theirs. */
  findByPersonId: async (personId: string): Promise<string[]> =>
    (await database.read<Pick<ProfileTable, 'account_id'>>('SELECT account_id FROM profile WHERE person_id = ? LIMIT 2', [personId])).map((row) => row.account_id),
})
