// What is read with each deed and changes rarely is kept for a while.
import type { Database } from '../db/database.ts'

// What another process changes counts within this time.
const keepMs = 60_000

export interface Remembered<Known> {
  get: (database: Database) => Promise<Known>
  /** What was changed here counts at once. */
  forget: (database: Database) => void
}

export const remembered = <Known>(read: (database: Database) => Promise<Known>): Remembered<Known> => {
  const memory = new WeakMap<Database, { known: Known; at: number }>()
  return {
    get: async (database) => {
      const kept = memory.get(database)
      if (kept && performance.now() - kept.at < keepMs) return kept.known
      const known = await read(database)
      memory.set(database, { known, at: performance.now() })
      return known
    },
    forget: (database) => void memory.delete(database),
  }
}
