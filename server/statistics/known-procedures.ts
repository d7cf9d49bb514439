// The procedures that statistics speak of: their names in both languages and the offices that receive them, read once a revision.
import type { KnownProcedure } from '#core/statistics/report.ts'
import type { Procedure, Translations } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { createRecent } from '../validators/validator-cache.ts'

const kept = 5000

const nameIn = (translations: Translations | undefined): Translations | undefined => {
  const name = translations?.en?.['name']
  return name === undefined ? undefined : { en: { name } }
}

const toKnown = (id: string, { info }: Procedure): KnownProcedure => {
  const translations = nameIn(info['x-i18n'])
  const agency = info.agency ?? ''
  return { id, name: info.name, ...(translations && { 'x-i18n': translations }), office: info.receivingUnit ?? agency, agency: info.executingAgency ?? agency, agencyCode: info.agencyCode ?? '' }
}

export type KnownProcedures = () => Promise<KnownProcedure[]>

/** All that were ever published, by name. */
export const createKnownProcedures = (database: Database): KnownProcedures => {
  const recent = createRecent<KnownProcedure>(kept)
  const find = async (id: string, hash: string): Promise<KnownProcedure[]> => {
    const known = recent.get(hash + id)
    if (known) return [known]
    const [row] = await database.read<{ document: string }>('SELECT document FROM revision WHERE procedure_id = ? AND hash = ?', [id, hash])
    if (!row) return []
    const made = toKnown(id, JSON.parse(row.document) as Procedure)
    recent.set(hash + id, made)
    return [made]
  }
  return async () => {
    const published = await database.read<{ id: string; published_hash: string }>('SELECT id, published_hash FROM procedure WHERE published_hash IS NOT NULL')
    const found = await Promise.all(published.map(({ id, published_hash }) => find(id, published_hash)))
    return found.flat().sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}
