// Uploads as rows: what was sent, for which question of which dossier, by whom. The bytes are in storage.
import type { Database } from '../db/database.ts'
import type { FileTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface StoredFile extends FileTable {
  applicant_id: string
  state: string
  entered_by: string | null
}

const insertOne = `INSERT INTO file (id, owner_id, dossier_id, question, name, size, type, sha256, created_at)
SELECT CAST(? AS TEXT), CAST(? AS TEXT), d.id, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS INTEGER), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT)
FROM dossier d WHERE d.id = ? AND d.state <> 'ended'`

/** Only while the dossier is still there and not at its end. */
export const insertFile = (file: FileTable): Write => ({
  sql: insertOne,
  parameters: [file.id, file.owner_id, file.question, file.name, file.size, file.type, file.sha256, file.created_at, file.dossier_id],
  expect: 1,
  conflict: 'action-not-available',
})

export const deleteDraftFile = (id: string): Write => ({
  sql: `DELETE FROM file WHERE id = ? AND dossier_id IN (SELECT id FROM dossier WHERE state = 'draft')`,
  parameters: [id],
  expect: 1,
  conflict: 'action-not-available',
})

export const findFile = async (database: Database, id: string): Promise<StoredFile | undefined> =>
  (await database.read<StoredFile>('SELECT f.*, d.applicant_id, d.state, d.entered_by FROM file f JOIN dossier d ON d.id = f.dossier_id WHERE f.id = ?', [id]))[0]

export const countFiles = async (database: Database, dossierId: string): Promise<{ files: number; bytes: number }> => {
  const [row] = await database.read<{ files: number; bytes: number | null }>('SELECT COUNT(*) AS files, SUM(size) AS bytes FROM file WHERE dossier_id = ?', [dossierId])
  return { files: row?.files ?? 0, bytes: row?.bytes ?? 0 }
}

/** Whether something names the stored bytes: an upload, or a paper that the office issued. */
export const hasFile = async (database: Database, id: string): Promise<boolean> =>
  (await database.read('SELECT 1 FROM file WHERE id = ? UNION ALL SELECT 1 FROM paper WHERE id = ?', [id, id])).length > 0
