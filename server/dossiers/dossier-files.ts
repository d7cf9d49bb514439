// Uploads that belong to a dossier: what may be named as an answer to one of its file questions.
import type { FileInfo } from '#schemas/generated/types.ts'
import type { KnownFile } from '#core/answers/validate-answers.ts'
import type { Database } from '../db/database.ts'
import type { FileTable } from '../db/tables.ts'
import type { Revision } from '../procedures/revision.ts'

const select = 'SELECT id, name, size, type, sha256, question, owner_id FROM file WHERE dossier_id = ? ORDER BY created_at, id'

type Row = Pick<FileTable, keyof FileInfo | 'owner_id'>

const toInfo = ({ owner_id: _owner, ...info }: Row): FileInfo => info

export const listDossierFiles = async (database: Database, dossierId: string): Promise<FileInfo[]> =>
  (await database.read<Row>(select, [dossierId])).map(toInfo)

/** What one person attached, and what is named in `shown`: officers' papers reach the applicant with the result only. */
export const listVisibleFiles = async (database: Database, dossierId: string, ownerId: string, shown: unknown): Promise<FileInfo[]> => {
  const text = JSON.stringify(shown)
  return (await database.read<Row>(select, [dossierId])).filter((row) => row.owner_id === ownerId || text.includes(row.id)).map(toInfo)
}

/** By id; empty without a look when the form asks for no files. */
export const knownFiles = async (database: Database, { judges }: Revision, dossierId: string): Promise<ReadonlyMap<string, KnownFile>> => {
  const forms = [...(judges.applicant ? [judges.applicant] : []), ...judges.steps.values()].map(({ form }) => form)
  const asks = forms.some((form) => [...form.questions.values()].some(({ question }) => question['x-file']))
  return new Map(asks ? (await listDossierFiles(database, dossierId)).map((file) => [file.id, file]) : [])
}
