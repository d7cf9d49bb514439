// Keeps the index of words of SQLite up to date a moment after the filing: many at once cost little, one by one they would
// make every filing wait. PostgreSQL needs none of it.
import { searchWords } from '#core/dossier/search-words.ts'
import type { SearchEntryTable } from '../db/queue-tables.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { keepWords } from './task-rows.ts'

const batch = 500

const selectWaiting = 'SELECT n, words FROM search_entry WHERE indexed = 0 ORDER BY n LIMIT ?'
const putIntoIndex = 'INSERT OR REPLACE INTO search_words (rowid, words) VALUES (?, ?)'
// Words that changed meanwhile wait for the next round.
const noteIndexed = 'UPDATE search_entry SET indexed = 1 WHERE n = ? AND words = ?'

/** Says whether there is more to do at once. */
export const indexWords = async ({ database }: Pick<DossierDeps, 'database'>): Promise<boolean> => {
  if (database.engine !== 'sqlite') return false
  const waiting = await database.read<Pick<SearchEntryTable, 'n' | 'words'>>(selectWaiting, [batch])
  if (waiting.length === 0) return false
  await database.commit(waiting.flatMap(({ n, words }): Write[] => [{ sql: putIntoIndex, parameters: [n, words] }, { sql: noteIndexed, parameters: [n, words] }]))
  return waiting.length === batch
}

const selectWithout = `SELECT id FROM dossier WHERE state <> 'draft' AND id > ? AND NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.dossier_id = dossier.id) ORDER BY id LIMIT ?`

/** Dossiers of before there was a search; looked for once at start. */
export const nameEarlierDossiers = async (deps: Pick<DossierDeps, 'database' | 'revisions'>): Promise<number> => {
  const dossiers = createDossierRepository(deps.database)
  let named = 0
  for (let after = ''; ;) {
    const ids = (await deps.database.read<{ id: string }>(selectWithout, [after, batch])).map(({ id }) => id)
    const writes = await Promise.all(ids.map(async (id): Promise<Write[]> => {
      const found = await dossiers.find(id)
      if (!found) return []
      const { procedure, judges } = await deps.revisions.get(found.dossier)
      return [keepWords(id, searchWords(found.dossier, procedure, judges.applicant?.form))]
    }))
    if (ids.length > 0) await deps.database.commit(writes.flat())
    named += ids.length
    after = ids.at(-1) ?? after
    if (ids.length < batch) return named
  }
}
