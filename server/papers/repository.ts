// Papers as rows: what each says, its number in the register, and the hash of the PDF once it is made. The bytes are in
// storage under the id of the paper.
import type { PaperModel } from '#core/paper/paper-model.ts'
import type { PaperInfo } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { PaperTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

export interface StoredPaper {
  id: string
  dossierId: string
  number: number
  model: PaperModel
  /** Absent until the PDF is stored. */
  made?: { size: number; sha256: string }
}

export interface NewPaper {
  id: string
  effectId: string
  dossierId: string
  paper: string
  /** Within one series, numbers follow each other through the year without a gap. */
  series: string
  model: PaperModel
}

const nextNumber = 'INSERT INTO dossier_sequence (key, n) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET n = dossier_sequence.n + 1'

const insertOne = `INSERT INTO paper (id, effect_id, dossier_id, paper, slip, number, issued_at, model)
SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), s.n, CAST(? AS TEXT), CAST(? AS TEXT) FROM dossier_sequence s WHERE s.key = ?`

/** Number and paper stand or fall with the decision that issues it: no number is lost, none is given twice. */
export const insertPaper = ({ id, effectId, dossierId, paper, series, model }: NewPaper): Write[] => [
  { sql: nextNumber, parameters: [series], expect: 1 },
  { sql: insertOne, parameters: [id, effectId, dossierId, paper, model.slip ?? null, model.issuedAt, JSON.stringify(model), series], expect: 1 },
]

/** Only once: a second maker finds it made. */
export const markMade = (id: string, { size, sha256 }: { size: number; sha256: string }, now: string): Write => ({
  sql: 'UPDATE paper SET size = ?, sha256 = ?, made_at = ? WHERE id = ? AND made_at IS NULL', parameters: [size, sha256, now, id],
})

const toStored = ({ id, dossier_id, number, model, size, sha256 }: PaperTable): StoredPaper => ({
  id, dossierId: dossier_id, number: Number(number), model: JSON.parse(model) as PaperModel, ...(size !== null && sha256 !== null && { made: { size: Number(size), sha256 } }),
})

export const findPaper = async (database: Database, id: string): Promise<StoredPaper | undefined> =>
  (await database.read<PaperTable>('SELECT * FROM paper WHERE id = ?', [id])).map(toStored)[0]

export const findPaperOf = async (database: Database, effectId: string): Promise<StoredPaper | undefined> =>
  (await database.read<PaperTable>('SELECT * FROM paper WHERE effect_id = ?', [effectId])).map(toStored)[0]

type Listed = Pick<PaperTable, 'id' | 'paper' | 'slip' | 'number' | 'issued_at'>

/** The control sheet goes with a dossier inside the office (TT 03/2025/TT-VPCP, slip 06). */
export const isInternal = ({ slip }: { slip?: string | undefined }): boolean => slip === '06'

/** What was issued to a dossier, first things first. */
export const listPapers = async (database: Database, dossierId: string): Promise<PaperInfo[]> =>
  (await database.read<Listed>('SELECT id, paper, slip, number, issued_at FROM paper WHERE dossier_id = ? ORDER BY issued_at, effect_id', [dossierId]))
    .map(({ id, paper, slip, number, issued_at }) => ({ id, paper, ...(slip !== null && { slip }), number: Number(number), issuedAt: issued_at }))
