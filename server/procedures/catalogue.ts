// The public catalogue: what is published, kept as the words that it is found by; the search itself is core/catalogue.
import { toEntry, type CatalogueEntry } from '#core/catalogue/catalogue-entry.ts'
import { findProcedures } from '#core/catalogue/find-procedures.ts'
import type { Search } from '#core/catalogue/search.ts'
import { codesInForce, versionOn } from '#core/code-list/in-force.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { CataloguePage, Code, Procedure } from '#schemas/generated/types.ts'
import { createCodeListRepository } from '../code-lists/repository.ts'
import type { Deps } from '../deps.ts'
import { createRecent } from '../validators/validator-cache.ts'
import { createProcedureRepository } from './repository.ts'

/** A catalogue of more than this many procedures is read again from the database for every search. */
const keptEntries = 5000
/** The list of life events; an office may store versions of its own. */
const eventList = 'life-events'

type CatalogueDeps = Pick<Deps, 'database' | 'now'>

const createEvents = ({ database }: CatalogueDeps) => {
  const lists = createCodeListRepository(database)
  const recent = createRecent<Code[]>(10)
  return async (today: string): Promise<Code[]> => {
    const version = versionOn(await lists.versionsOf(eventList), today)
    if (!version) return []
    const key = `${version.number}/${version.savedAt}/${today}`
    const known = recent.get(key) ?? codesInForce((await lists.find(eventList, version.number)) ?? { items: [] }, today)
    recent.set(key, known)
    return known
  }
}

export const createCatalogue = (deps: CatalogueDeps) => {
  const recent = createRecent<CatalogueEntry>(keptEntries)
  const procedures = createProcedureRepository(deps.database)
  const eventsOn = createEvents(deps)

  const find = async (id: string, hash: string): Promise<CatalogueEntry[]> => {
    const known = recent.get(`${id}/${hash}`)
    if (known) return [known]
    const [row] = await deps.database.read<{ document: string }>('SELECT document FROM revision WHERE procedure_id = ? AND hash = ?', [id, hash])
    if (!row) return []
    const made = toEntry(id, hash, JSON.parse(row.document) as Procedure)
    recent.set(`${id}/${hash}`, made)
    return [made]
  }

  return async (search: Search): Promise<CataloguePage> => {
    const today = vietnamDate(deps.now())
    const [events, ...entries] = await Promise.all([eventsOn(today), ...(await procedures.listPublished()).map(({ id, hash }) => find(id, hash))])
    return findProcedures(entries.flat(), search, { events, today })
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>
