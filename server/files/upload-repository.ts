// Unfinished uploads as rows. A place is moved on only from the place where it was seen: of two senders of the same
// piece one is told to look again.
import type { Database } from '../db/database.ts'
import type { UploadTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export const insertUpload = (upload: UploadTable): Write => ({
  sql: 'INSERT INTO upload (id, owner_id, dossier_id, question, name, mark, size, received, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  parameters: [upload.id, upload.owner_id, upload.dossier_id, upload.question, upload.name, upload.mark, upload.size, upload.received, upload.created_at],
})

export const moveUpload = (id: string, from: number, to: number): Write => ({ sql: 'UPDATE upload SET received = ? WHERE id = ? AND received = ?', parameters: [to, id, from], expect: 1 })

export const deleteUpload = (id: string): Write => ({ sql: 'DELETE FROM upload WHERE id = ?', parameters: [id] })

export const findUpload = async (database: Database, id: string): Promise<UploadTable | undefined> => (await database.read<UploadTable>('SELECT * FROM upload WHERE id = ?', [id]))[0]

export const listUploads = async (database: Database, dossierId: string): Promise<UploadTable[]> =>
  database.read<UploadTable>('SELECT * FROM upload WHERE dossier_id = ? ORDER BY created_at, id', [dossierId])

export const announcedBytes = async (database: Database): Promise<number> =>
  Number((await database.read<{ bytes: number | null }>('SELECT SUM(size) AS bytes FROM upload'))[0]?.bytes ?? 0)

export const listOldUploads = async (database: Database, before: string): Promise<string[]> =>
  (await database.read<{ id: string }>('SELECT id FROM upload WHERE created_at < ?', [before])).map(({ id }) => id)
