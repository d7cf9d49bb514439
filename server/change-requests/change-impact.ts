// What a change does to those who have answered already: its class against what was published last, and how many drafts and open
// dossiers of the procedure there are.
import { overallClass, type ChangeClass } from '#core/change/change-class.ts'
import { classifyChange, expectedOfReplay, needsMeaning } from '#core/change/classify-change.ts'
import type { SaidMeanings } from '#core/change/meaning.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { listPublications } from '../audit/procedure-events.ts'
import type { Database } from '../db/database.ts'
import type { Revision, Revisions } from '../procedures/revision.ts'
import { createRecent } from '../validators/validator-cache.ts'

export interface Impact {
  /** With what the author has said of changed words. */
  class: ChangeClass
  /** The worst that a replay should find. */
  expected: ChangeClass
  /** All texts that were asked about, answered or not. */
  meaningsAsked: string[]
}

/** Classifying takes a while, and two contents are always to each other what they were. */
const known = createRecent<Impact>(100)

const none: Impact = { class: 'cosmetic', expected: 'cosmetic', meaningsAsked: [] }

export const impactOf = (before: Revision | undefined, after: Procedure, hash: string, said: SaidMeanings = {}): Impact => {
  if (!before || before.hash === hash) return none
  const key = `${before.hash}/${hash}/${JSON.stringify(said)}`
  const found = known.get(key)
  if (found) return found
  const unsaid = classifyChange(before.procedure, after)
  const classified = Object.keys(said).length === 0 ? unsaid : classifyChange(before.procedure, after, said)
  const made = { class: overallClass(classified), expected: expectedOfReplay(classified), meaningsAsked: needsMeaning(unsaid) }
  known.set(key, made)
  return made
}

/** What people have answered by: the revision in force, or the last one that was where the office took it back. */
export const lastInForce = async (database: Database, revisions: Revisions, procedureId: string): Promise<Revision | undefined> => {
  const published = await revisions.findPublished(procedureId)
  if (published) return published
  const last = (await listPublications(database, procedureId)).at(-1)
  return last && revisions.find(procedureId, last.revision)
}

export const countPeople = async (database: Database, procedureId: string): Promise<{ drafts: number; open: number }> => {
  const rows = await database.read<{ state: string; n: number | string }>(
    `SELECT state, COUNT(*) AS n FROM dossier WHERE procedure_id = ? AND state IN ('draft', 'open') GROUP BY state`, [procedureId])
  const count = (state: string): number => Number(rows.find((row) => row.state === state)?.n ?? 0)
  return { drafts: count('draft'), open: count('open') }
}
