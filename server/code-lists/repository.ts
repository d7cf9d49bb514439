// Code lists with their versions. Headers are read without the codes: a list may have thousands.
import type { Code, CodeList, CodeListVersion } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { CodeListVersionTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface ListedVersion extends CodeListVersion {
  id: string
}

type HeaderRow = Omit<CodeListVersionTable, 'items'>

const headerColumns = 'list_id, number, valid_from, header, count, saved_at, saved_by'

const toVersion = (row: HeaderRow): ListedVersion => ({
  ...(JSON.parse(row.header) as Omit<CodeList, 'items'>), number: row.number, count: row.count, savedAt: row.saved_at, savedBy: row.saved_by,
})

/** Without its id, which the address says. */
export const withoutId = ({ id: _id, ...version }: ListedVersion): CodeListVersion => version

export const createCodeListRepository = (database: Database) => ({
  /** Every version of every list, by list and number. */
  listVersions: async (): Promise<ListedVersion[]> =>
    (await database.read<HeaderRow>(`SELECT ${headerColumns} FROM code_list_version ORDER BY list_id, number`)).map(toVersion),
  versionsOf: async (id: string): Promise<ListedVersion[]> =>
    (await database.read<HeaderRow>(`SELECT ${headerColumns} FROM code_list_version WHERE list_id = ? ORDER BY number`, [id])).map(toVersion),
  find: async (id: string, number: number): Promise<CodeList | undefined> => {
    const [row] = await database.read<CodeListVersionTable>('SELECT header, items FROM code_list_version WHERE list_id = ? AND number = ?', [id, number])
    return row && { ...(JSON.parse(row.header) as Omit<CodeList, 'items'>), items: JSON.parse(row.items) as Code[] }
  },
  /** The next version; stale when somebody stored that number since. */
  insert: ({ items, ...header }: CodeList, number: number, by: string, now: string): Write => ({
    sql: 'INSERT INTO code_list_version (list_id, number, valid_from, header, items, count, saved_at, saved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    parameters: [header.id, number, header.validFrom, JSON.stringify(header), JSON.stringify(items), items.length, now, by],
    expect: 1,
    conflict: 'stale',
  }),
})

export type CodeListRepository = ReturnType<typeof createCodeListRepository>
