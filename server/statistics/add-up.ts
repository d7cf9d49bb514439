// Brings what was noted down into the counters, many notes at a time. Note and counter change together or not at all, so that
// nothing is counted twice or forgotten, whoever else does it and wherever a server stops.
import type { Database } from '../db/database.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import { addWrites, listChanges, removeChange } from './repository.ts'

const batch = 1000

/** Says whether there is more to do at once. */
export const addUp = async ({ database }: { database: Database }): Promise<boolean> => {
  const changes = await listChanges(database, batch)
  if (changes.length === 0) return false
  try {
    await database.commit([...changes.map(({ n }) => removeChange(n)), ...addWrites(changes.map(({ counter }) => counter))])
  } catch (error) {
    // Another server had some of them: the rest in the next round.
    if (!(error instanceof ConflictError)) throw error
  }
  return changes.length === batch
}
