// Running numbers for dossier codes. A number is never given twice; one that is lost with a failed filing is a gap.
import type { Database } from './database.ts'

/** The next number of a series, from 1. On its own commit, grouped with others under load. */
export const takeNumber = async (database: Database, key: string): Promise<number> => {
  const [result] = await database.commit([{
    sql: 'INSERT INTO dossier_sequence (key, n) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET n = dossier_sequence.n + 1 RETURNING n',
    parameters: [key],
  }])
  return Number(result?.rows[0]?.n)
}
