// Remarks beside answers as they are stored, and what stood there before the applicant completed the dossier.
import type { Completion, EarlierAnswer, Remark, SaveRemark, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { CompletionTable, RemarkTable } from '../db/remark-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export const mostRemarks = 500

const toRemark = ({ question, text, number, author, at }: RemarkTable): Remark => ({ question, text, number: Number(number), author, at })

export const listRemarks = async (database: Database, dossierId: string): Promise<Remark[]> =>
  (await database.read<RemarkTable>('SELECT * FROM remark WHERE dossier_id = ? ORDER BY question', [dossierId])).map(toRemark)

/** Fails where somebody else wrote, changed or removed it since it was seen. */
export const writeRemark = (dossierId: string, { question, text, number }: SaveRemark, author: Session, at: string): Write => {
  const seen = [dossierId, question, number]
  if (text === '') return { sql: 'DELETE FROM remark WHERE dossier_id = ? AND question = ? AND number = ?', parameters: seen, expect: 1, conflict: 'version-conflict' }
  if (number > 0) {
    return {
      sql: 'UPDATE remark SET text = ?, number = number + 1, author_id = ?, author = ?, at = ? WHERE dossier_id = ? AND question = ? AND number = ?',
      parameters: [text, author.id, author.name, at, ...seen], expect: 1, conflict: 'version-conflict',
    }
  }
  return {
    sql: `INSERT INTO remark (dossier_id, question, text, number, author_id, author, at) SELECT ?, ?, ?, 1, ?, ?, ?
      WHERE (SELECT COUNT(*) FROM remark WHERE dossier_id = ?) < ? ON CONFLICT DO NOTHING`,
    parameters: [dossierId, question, text, author.id, author.name, at, dossierId, mostRemarks], expect: 1, conflict: 'version-conflict',
  }
}

export const keepCompletion = (dossierId: string, version: number, at: string, reason: string, before: readonly EarlierAnswer[]): Write => ({
  sql: 'INSERT INTO completion (dossier_id, version, at, content) VALUES (?, ?, ?, ?)', parameters: [dossierId, version, at, JSON.stringify({ reason, before })],
})

/** The last one. */
export const findCompletion = async (database: Database, dossierId: string): Promise<Completion | undefined> => {
  const [row] = await database.read<CompletionTable>('SELECT * FROM completion WHERE dossier_id = ? ORDER BY version DESC LIMIT 1', [dossierId])
  return row && { at: row.at, ...JSON.parse(row.content) as Omit<Completion, 'at'> }
}
