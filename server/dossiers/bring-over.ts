// What becomes of answers when their dossier comes over to another revision: where they stand there, what has no place, and what
// has to be answered again.
import { carryOver, type Passage } from '#core/change/carry-over.ts'
import { migratedPath } from '#core/change/classify-places.ts'
import { followPointer } from '#core/change/migrate-answers.ts'
import { askedAgain, replayOne, type Replayed, type Standing } from '#core/change/replay.ts'
import type { FormulaFacts } from '#core/answers/compute-answers.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Revision, Revisions } from '../procedures/revision.ts'
import { listDossierFiles } from './dossier-files.ts'
import { passageBetween, sideOf } from './passages.ts'

export interface BroughtOver {
  moved: Pick<Dossier, 'revision' | 'answers'> & { aside: NonNullable<Dossier['aside']>; moved: NonNullable<Dossier['moved']> }
  replayed: Replayed
  passage: Passage
}

const passagesTo = async (revisions: Revisions, { procedureId, revision, aside = [] }: Dossier, to: Revision): Promise<(from: string) => Passage | undefined> => {
  const hashes = [...new Set([revision, ...aside.map((each) => each.revision)])]
  const known = (await Promise.all(hashes.map((hash) => revisions.find(procedureId, hash)))).flatMap((each) => each ?? [])
  return (hash) => {
    const from = known.find((each) => each.hash === hash)
    return from && passageBetween(from, to)
  }
}

/** Undefined where the answers cannot be judged under both: one of the revisions is not filed online. */
export const bringOver = async (revisions: Revisions, dossier: Dossier, to: Revision, facts: FormulaFacts, now: string, standing?: Standing): Promise<BroughtOver | undefined> => {
  const from = await revisions.get(dossier)
  const passageFrom = await passagesTo(revisions, dossier, to)
  const [passage, base, candidate] = [passageFrom(from.hash), sideOf(from.procedure, from.judges), sideOf(to.procedure, to.judges)]
  if (!passage || !base || !candidate) return undefined
  const replayed = replayOne({ ...candidate, migrations: passage.migrations }, dossier.answers, base, facts, standing)
  const { answers, aside } = carryOver(dossier, dossier.revision, passageFrom)
  const asked = [...new Set([...(dossier.moved?.asked ?? []).map((path) => migratedPath(path, passage.migrations)), ...askedAgain(replayed).map(({ path }) => path)])]
  return { moved: { revision: to.hash, answers, aside, moved: { from: from.hash, at: now, version: dossier.version + 1, asked } }, replayed, passage }
}

const tables = ['file', 'upload'] as const

/** Files follow the questions that they answer: what is hidden from an officer by its question stays hidden. */
export const moveFiles = async (database: Database, dossierId: string, { migrations }: Passage): Promise<Write[]> => {
  if (migrations.length === 0) return []
  const questions = new Set((await listDossierFiles(database, dossierId)).map(({ question }) => question))
  return [...questions].flatMap((question) => {
    const now = followPointer(question, migrations)
    return now === question ? [] : tables.map((table) => ({ sql: `UPDATE ${table} SET question = ? WHERE dossier_id = ? AND question = ?`, parameters: [now, dossierId, question] }))
  })
}
