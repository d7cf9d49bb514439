// Procedures: the draft that administrators work on, and the revisions that were frozen from it.
import type { Procedure, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { ProcedureTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Compiled } from '../validators/compile-worker.ts'

export interface Draft {
  id: string
  document: Procedure
  version: number
  savedAt: string
  savedBy: string
  publishedHash?: string
}

export interface DraftHeader extends Omit<Draft, 'document'> {
  code: string
  name: string
  /** The document as text, for comparing without parsing it. */
  text: string
}

const toHeader = (row: ProcedureTable): DraftHeader => ({
  id: row.id, code: row.code, name: row.name, text: row.draft, version: row.draft_version, savedAt: row.draft_saved_at, savedBy: row.draft_saved_by,
  ...(row.published_hash !== null && { publishedHash: row.published_hash }),
})

const toDraft = (row: ProcedureTable): Draft => {
  const { code: _code, name: _name, text, ...header } = toHeader(row)
  return { ...header, document: JSON.parse(text) as Procedure }
}

export interface Published {
  id: string
  hash: string
}

const createReads = (database: Database) => ({
  findDraft: async (id: string): Promise<Draft | undefined> => {
    const [row] = await database.read<ProcedureTable>('SELECT * FROM procedure WHERE id = ?', [id])
    return row && toDraft(row)
  },
  listDrafts: async (): Promise<DraftHeader[]> => (await database.read<ProcedureTable>('SELECT * FROM procedure ORDER BY draft_saved_at DESC, id')).map(toHeader),
  listPublished: (): Promise<Published[]> =>
    database.read<Published>('SELECT id, published_hash AS hash FROM procedure WHERE published_hash IS NOT NULL ORDER BY code, id'),
  /** Ids of all who saved the draft since it was published last. */
  listAuthors: async (id: string): Promise<string[]> =>
    (await database.read<{ account_id: string }>('SELECT account_id FROM draft_author WHERE procedure_id = ? ORDER BY account_id', [id])).map(({ account_id }) => account_id),
  findByCode: async (code: string): Promise<DraftHeader | undefined> => {
    const [row] = await database.read<ProcedureTable>('SELECT * FROM procedure WHERE code = ? ORDER BY created_at LIMIT 1', [code])
    return row && toHeader(row)
  },
})

const insertDraft = (id: string, document: Procedure, by: string, now: string): Write => ({
  sql: `INSERT INTO procedure (id, code, name, draft, draft_version, draft_saved_at, draft_saved_by, published_hash, created_at, created_by)
        VALUES (?, ?, ?, ?, 1, ?, ?, NULL, ?, ?)`,
  parameters: [id, document.info.code, document.info.name, JSON.stringify(document), now, by, now, by],
  expect: 1,
})

/** Saves over the version that was read; 412 when somebody saved since. */
const saveDraft = (id: string, ifVersion: number, document: Procedure, by: string, now: string): Write => ({
  sql: 'UPDATE procedure SET code = ?, name = ?, draft = ?, draft_version = draft_version + 1, draft_saved_at = ?, draft_saved_by = ? WHERE id = ? AND draft_version = ?',
  parameters: [document.info.code, document.info.name, JSON.stringify(document), now, by, id, ifVersion],
  expect: 1,
  conflict: 'stale',
})

/** Who wrote any of a draft does not approve it. */
const noteAuthor = (id: string, { id: accountId, name }: Pick<Session, 'id' | 'name'>, now: string): Write => ({
  sql: `INSERT INTO draft_author (procedure_id, account_id, name, saved_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (procedure_id, account_id) DO UPDATE SET name = excluded.name, saved_at = excluded.saved_at`,
  parameters: [id, accountId, name, now], expect: 1,
})

/** What is in force must still be what was seen. */
const assertPublished = (id: string, hash: string | undefined): Write => ({
  sql: 'UPDATE procedure SET published_hash = published_hash WHERE id = ? AND published_hash IS NOT DISTINCT FROM ?', parameters: [id, hash ?? null], expect: 1,
})

/** Nothing is in force any more; what was filed goes on. */
const withdraw = (id: string, hash: string): Write => ({ sql: 'UPDATE procedure SET published_hash = NULL WHERE id = ? AND published_hash = ?', parameters: [id, hash], expect: 1 })

export interface Publication {
  procedureId: string
  hash: string
  document: Procedure
  compiled: Compiled
  by: string
  now: string
  changeRequestId?: string
}

/** Freezes a document; the same content published again is the same revision. */
const publish = ({ procedureId, hash, document, compiled, by, now, changeRequestId }: Publication): Write[] => [
  {
    sql: `INSERT INTO revision (hash, procedure_id, document, schema, validator, published_at, published_by, change_request_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (procedure_id, hash) DO NOTHING`,
    parameters: [hash, procedureId, JSON.stringify(document), compiled.schema, JSON.stringify(compiled.validators), now, by, changeRequestId ?? null],
  },
  { sql: 'UPDATE procedure SET published_hash = ? WHERE id = ?', parameters: [hash, procedureId], expect: 1 },
  { sql: 'DELETE FROM draft_author WHERE procedure_id = ?', parameters: [procedureId] },
]

export const createProcedureRepository = (database: Database) => ({ ...createReads(database), insertDraft, saveDraft, noteAuthor, assertPublished, withdraw, publish })

export type ProcedureRepository = ReturnType<typeof createProcedureRepository>
