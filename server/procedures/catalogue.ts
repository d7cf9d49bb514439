// The public catalogue: what is published, found by words without minding accents or case.
import { localise } from '#core/text/localise.ts'
import { foldText } from '#core/text/format.ts'
import type { Info, ProcedureSummary } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { createRecent } from '../validators/validator-cache.ts'
import { createProcedureRepository } from './repository.ts'

interface Indexed {
  entry: ProcedureSummary
  /** All that a search looks at, folded. */
  words: string
}

const index = (id: string, hash: string, info: Info): Indexed => ({
  entry: {
    id, code: info.code, name: info.name, ...(info['x-i18n'] && { 'x-i18n': info['x-i18n'] }), ...(info.field !== undefined && { field: info.field }),
    ...(info.agency !== undefined && { agency: info.agency }), serviceLevel: info.serviceLevel, audience: info.audience, revision: hash,
  },
  words: foldText([info.code, info.name, localise(info, 'name', 'en'), info.field, info.agency, ...(info.keywords ?? [])].filter(Boolean).join(' ')),
})

/** A catalogue of more than this many procedures is read again from the database for every search. */
const keptEntries = 5000
const longestSearch = 200

export const createCatalogue = (database: Database) => {
  const recent = createRecent<Indexed>(keptEntries)
  const procedures = createProcedureRepository(database)

  const find = async (id: string, hash: string): Promise<Indexed[]> => {
    const known = recent.get(`${id}/${hash}`)
    if (known) return [known]
    const [row] = await database.read<{ document: string }>('SELECT document FROM revision WHERE procedure_id = ? AND hash = ?', [id, hash])
    if (!row) return []
    const made = index(id, hash, (JSON.parse(row.document) as { info: Info }).info)
    recent.set(`${id}/${hash}`, made)
    return [made]
  }

  /** Every word must occur; without words, everything. */
  return async (query: string): Promise<ProcedureSummary[]> => {
    const words = foldText(query.slice(0, longestSearch)).split(/\s+/).filter(Boolean)
    const all = await Promise.all((await procedures.listPublished()).map(({ id, hash }) => find(id, hash)))
    return all.flat().filter((each) => words.every((word) => each.words.includes(word))).map((each) => each.entry)
  }
}
