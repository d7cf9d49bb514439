// Which unit approves which part of a change: a setting of the organisation, changed and kept as every change of it.
import type { Approvers } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'

const setting = 'approvers'

export const readApprovers = async (database: Database): Promise<Approvers> => {
  const [row] = await database.read<{ content: string }>('SELECT content FROM organisation_setting WHERE name = ?', [setting])
  return row ? JSON.parse(row.content) as Approvers : {}
}

export const writeApprovers = (approvers: Approvers): Write => ({
  sql: 'INSERT INTO organisation_setting (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content', parameters: [setting, JSON.stringify(approvers)], expect: 1,
})
