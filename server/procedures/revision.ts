// A published revision with everything that judges by it. It never changes, so it is read once and kept.
import type { Procedure } from '#schemas/generated/types.ts'
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
  /** Function body of its validator; absent when the procedure has no form. */
  validator?: string
}

export interface Revisions {
  find: (hash: string) => Promise<Revision | undefined>
  /** For a hash that a dossier names: it must be there. */
  get: (hash: string) => Promise<Revision>
  findPublished: (procedureId: string) => Promise<Revision | undefined>
}

const select = 'SELECT hash, procedure_id, document, schema, validator, published_at FROM revision WHERE hash = ?'

const toRevision = (row: RevisionTable): Revision => {
  const procedure = JSON.parse(row.document) as Procedure
  const bodies = JSON.parse(row.validator) as ValidatorBodies
  return {
    hash: row.hash, procedureId: row.procedure_id, publishedAt: row.published_at, procedure, judges: createJudges(procedure, bodies), schema: row.schema,
    ...(bodies.form !== undefined && { validator: bodies.form }),
  }
}

export const createRevisions = (database: Database): Revisions => {
  const recent = createRecent<Revision>(keptRevisions)

  const find = async (hash: string): Promise<Revision | undefined> => {
    const known = recent.get(hash)
    if (known) return known
    const [row] = await database.read<RevisionTable>(select, [hash])
    if (!row) return undefined
    const revision = toRevision(row)
    recent.set(hash, revision)
    return revision
  }

  return {
    find,
    get: async (hash) => {
      const revision = await find(hash)
      if (!revision) throw new Error(`There is no revision ${hash}`)
      return revision
    },
    findPublished: async (procedureId) => {
      const [row] = await database.read<{ published_hash: string | null }>('SELECT published_hash FROM procedure WHERE id = ?', [procedureId])
      return row?.published_hash ? find(row.published_hash) : undefined
    },
  }
}
