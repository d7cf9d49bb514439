// A published revision with everything that judges by it. It never changes, so it is read once and kept.
import type { Dossier, Procedure } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { RevisionTable } from '../db/tables.ts'
import type { ValidatorBodies } from '../validators/compile-worker.ts'
import { createJudges, createRecent, keptRevisions, type Judges } from '../validators/validator-cache.ts'

export interface Revision {
  /** SHA-256 of the canonical JSON of the document. */
  hash: string
  procedureId: string
  publishedAt: string
  procedure: Procedure
  judges: Judges
  /** The plain JSON Schema of the applicant's form, as text. */
  schema: string
  /** Function bodies of the validators. */
  validators: ValidatorBodies
}

export interface Revisions {
  find: (procedureId: string, hash: string) => Promise<Revision | undefined>
  /** For one that a dossier names: it must be there. */
  get: (of: Pick<Dossier, 'procedureId' | 'revision'>) => Promise<Revision>
  findPublished: (procedureId: string) => Promise<Revision | undefined>
}

const select = 'SELECT hash, procedure_id, document, schema, validator, published_at FROM revision WHERE procedure_id = ? AND hash = ?'

const toRevision = (row: RevisionTable): Revision => {
  const procedure = JSON.parse(row.document) as Procedure
  const bodies = JSON.parse(row.validator) as ValidatorBodies
  return {
    hash: row.hash, procedureId: row.procedure_id, publishedAt: row.published_at, procedure, judges: createJudges(procedure, bodies), schema: row.schema,
    validators: bodies,
  }
}

export const createRevisions = (database: Database): Revisions => {
  const recent = createRecent<Revision>(keptRevisions)

  const find = async (procedureId: string, hash: string): Promise<Revision | undefined> => {
    const key = `${procedureId}/${hash}`
    const known = recent.get(key)
    if (known) return known
    const [row] = await database.read<RevisionTable>(select, [procedureId, hash])
    if (!row) return undefined
    const revision = toRevision(row)
    recent.set(key, revision)
    return revision
  }

  return {
    find,
    get: async ({ procedureId, revision: hash }) => {
      const revision = await find(procedureId, hash)
      if (!revision) throw new Error(`There is no revision ${hash} of procedure ${procedureId}`)
      return revision
    },
    findPublished: async (procedureId) => {
      const [row] = await database.read<{ published_hash: string | null }>('SELECT published_hash FROM procedure WHERE id = ?', [procedureId])
      return row?.published_hash ? find(procedureId, row.published_hash) : undefined
    },
  }
}
