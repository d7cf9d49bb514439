// Finds procedures in the catalogue: words, filters, order, pages, and how many each further filter would leave. The server
// answers every search with it, for the app and for pages without scripts alike.
import { isClosed } from '../procedure/closure.ts'
import type { CataloguePage, Code, FacetValue, Procedure } from '#schemas/generated/types.ts'
import { summarise, toPart, type CatalogueEntry, type Part } from './catalogue-entry.ts'
import { levels } from './level.ts'
import { matchEntry, nearness } from './match-entry.ts'
import { filters, type Filter, type Search } from './search.ts'
import { readQuery, type Query } from './search-words.ts'

export const perPage = 20
const mostNear = 5

/** Who publishes: the list of life events in force, and the day in Vietnam. */
export interface Today {
  events: readonly Code[]
  today: string
}

const valuesOf = (entry: CatalogueEntry, filter: Filter): readonly string[] => {
  const { field, agency, audience, lifeEvents } = entry.info
  if (filter === 'audience') return audience
  if (filter === 'event') return lifeEvents ?? []
  if (filter === 'level') return [entry.level]
  return [filter === 'field' ? field : agency].filter((value) => value !== undefined)
}

const passes = (entry: CatalogueEntry, search: Search, except?: Filter): boolean =>
  filters.every((filter) => filter === except || search[filter] === '' || valuesOf(entry, filter).includes(search[filter]))

const titleOf = (filter: Filter, value: string, entry: CatalogueEntry, events: readonly Code[]): Omit<FacetValue, 'count'> => {
  const code = filter === 'event' ? events.find((event) => event.const === value) : undefined
  if (code) return { value, title: code.title, ...(code['x-i18n'] && { 'x-i18n': code['x-i18n'] }) }
  const english = filter === 'field' || filter === 'agency' ? entry.info['x-i18n']?.en?.[filter] : undefined
  return { value, title: value, ...(english && { 'x-i18n': { en: { title: english } } }) }
}

/** Each value with the number of procedures that it leaves, the other filters as they are. */
const facetOf = (filter: Filter, found: readonly CatalogueEntry[], search: Search, events: readonly Code[]): FacetValue[] => {
  const facet = new Map<string, FacetValue>()
  for (const entry of found.filter((each) => passes(each, search, filter))) {
    for (const value of new Set(valuesOf(entry, filter))) {
      const known = facet.get(value)
      if (known) known.count += 1
      else facet.set(value, { ...titleOf(filter, value, entry, events), count: 1 })
    }
  }
  const order: readonly string[] = filter === 'event' ? events.map((event) => String(event.const)) : filter === 'level' ? levels : []
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length)
  return [...facet.values()].sort((a, b) => place(a.value) - place(b.value) || a.title.localeCompare(b.title, 'vi'))
}

const partsWith = (entry: CatalogueEntry, eventParts: ReadonlyMap<string, Part>): readonly Part[] =>
  [...entry.parts, ...(entry.info.lifeEvents ?? []).flatMap((event) => eventParts.get(event) ?? [])]

interface Scored {
  entry: CatalogueEntry
  score: number
}

const best = (scored: readonly Scored[]): CatalogueEntry[] => [...scored].sort((a, b) => b.score - a.score).map(({ entry }) => entry)

const byWords = (entries: readonly CatalogueEntry[], query: Query, { events, today }: Today): { found: CatalogueEntry[], near: CatalogueEntry[] } => {
  // What takes no dossiers any more stands below what does.
  const willing = (entry: CatalogueEntry): number => (isClosed(entry.info as Procedure['info'], today) ? 0.5 : 1)
  if (query.readings.length === 0) return { found: best(entries.map((entry) => ({ entry, score: willing(entry) }))), near: [] }
  const eventParts = new Map(events.map((event) => [String(event.const), toPart(4, [event.title, event['x-i18n']?.en?.['title']])]))
  const found = best(entries.flatMap((entry) => {
    const score = matchEntry(query, entry.info.name, partsWith(entry, eventParts))
    return score === undefined ? [] : [{ entry, score: score * willing(entry) }]
  }))
  if (found.length > 0) return { found, near: [] }
  return { found, near: best(entries.map((entry) => ({ entry, score: nearness(query, partsWith(entry, eventParts)) })).filter(({ score }) => score > 0)) }
}

export const findProcedures = (entries: readonly CatalogueEntry[], search: Search, day: Today): CataloguePage => {
  const { found, near } = byWords(entries, readQuery(search.q), day)
  const hits = found.filter((entry) => passes(entry, search))
  const pages = Math.max(1, Math.ceil(hits.length / perPage))
  const page = Math.min(Math.max(1, search.page), pages)
  const card = (entry: CatalogueEntry) => summarise(entry, day.today)
  return {
    procedures: hits.slice((page - 1) * perPage, page * perPage).map(card), total: hits.length, page, pages,
    near: near.filter((entry) => passes(entry, search)).slice(0, mostNear).map(card),
    facets: Object.fromEntries(filters.map((filter) => [filter, facetOf(filter, found, search, day.events)])) as unknown as CataloguePage['facets'],
  }
}
