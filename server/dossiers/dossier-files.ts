// Uploads that belong to a dossier: what may be named as an answer to one of its file questions.
import type { KnownFile } from '#core/answers/validate-answers.ts'
import type { Database } from '../db/database.ts'
import type { FileTable } from '../db/tables.ts'
import type { Revision } from '../procedures/revision.ts'

export interface FileInfo extends KnownFile {
  sha256: string
  question: string
}

const select = 'SELECT id, name, size, type, sha256, question FROM file WHERE dossier_id = ? ORDER BY created_at, id'

export const listDossierFiles = async (database: Database, dossierId: string): Promise<FileInfo[]> =>
  (await database.read<Pick<FileTable, keyof FileInfo>>(select, [dossierId])).map((row) => ({ ...row }))

/** By id; empty without a look when the form asks for no files. */
export const knownFiles = async (database: Database, { judges }: Revision, dossierId: string): Promise<ReadonlyMap<string, KnownFile>> => {
  const asks = [...(judges.applicant?.form.questions.values() ?? [])].some(({ question }) => question['x-file'])
  return new Map(asks ? (await listDossierFiles(database, dossierId)).map((file) => [file.id, file]) : [])
}
