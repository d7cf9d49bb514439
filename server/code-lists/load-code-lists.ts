// Puts the code lists of the product into an office, and a new version where the product brings one: as long as nobody of
// the office stored one of their own.
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { CodeList } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { createCodeListRepository } from './repository.ts'

export const loadCodeLists = async ({ database, now }: Pick<Deps, 'database' | 'now'>, lists: readonly CodeList[], author: string): Promise<void> => {
  const repository = createCodeListRepository(database)
  const stored = await repository.listVersions()
  const writes = await Promise.all(lists.map(async (list) => {
    const latest = stored.filter((version) => version.id === list.id).at(-1)
    if (latest === undefined) return [repository.insert(list, 1, author, now())]
    const isOwn = stored.some((version) => version.id === list.id && version.savedBy !== author)
    const isSame = isOwn || canonicalJson(await repository.find(list.id, latest.number)) === canonicalJson(list)
    return isSame ? [] : [repository.insert(list, latest.number + 1, author, now())]
  }))
  if (writes.flat().length > 0) await database.commit(writes.flat())
}
