// Removes stored bytes that no dossier names: what a crash or a deleted draft left behind. A fresh file is left alone,
// because its row may be on its way.
import type { Deps } from '../deps.ts'
import { limits } from '../limits.ts'
import { hasFile } from './repository.ts'

/** Gives the number of files that were removed. */
export const sweepFiles = async ({ database, storage, now, log }: Pick<Deps, 'database' | 'storage' | 'now' | 'log'>): Promise<number> => {
  const before = Date.parse(now()) - limits.leftoverMs
  let removed = 0
  for await (const { id, storedAt } of storage.list()) {
    if (storedAt.getTime() > before || await hasFile(database, id)) continue
    await storage.remove(id)
    removed++
  }
  if (removed > 0) log.info({ removed }, 'swept leftover files')
  return removed
}
