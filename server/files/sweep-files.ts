// Removes bytes that nothing names: what a crash or a deleted draft left in the store, uploads that nobody went on with,
// and what they left in the staging folder. A fresh file is left alone, because its row may be on its way.
import type { Deps } from '../deps.ts'
import { limits } from '../limits.ts'
import { hasFile } from './repository.ts'
import { createStaging } from './staging.ts'
import { deleteUpload, findUpload, listOldUploads } from './upload-repository.ts'

type SweepDeps = Pick<Deps, 'config' | 'database' | 'storage' | 'now' | 'log'>

const sweepStore = async ({ database, storage }: SweepDeps, before: number): Promise<number> => {
  let removed = 0
  for await (const { id, storedAt } of storage.list()) {
    if (storedAt.getTime() > before || await hasFile(database, id)) continue
    await storage.remove(id)
    removed++
  }
  return removed
}

const sweepStaging = async ({ config, database }: SweepDeps, before: number): Promise<number> => {
  const old = await listOldUploads(database, new Date(before).toISOString())
  if (old.length > 0) await database.commit(old.map(deleteUpload))
  const staging = createStaging(config)
  let removed = 0
  for await (const { id, touchedAt } of staging.list()) {
    if (touchedAt.getTime() > before || await findUpload(database, id)) continue
    await staging.remove(id)
    removed++
  }
  return removed
}

/** Gives the number of files that were removed. */
export const sweepFiles = async (deps: SweepDeps): Promise<number> => {
  const now = Date.parse(deps.now())
  const removed = await sweepStore(deps, now - limits.leftoverMs) + await sweepStaging(deps, now - limits.uploadMs)
  if (removed > 0) deps.log.info({ removed }, 'swept leftover files')
  return removed
}
