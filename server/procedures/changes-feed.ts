// What changed from revision to revision for those who read the data: a JSON Feed (jsonfeed.org, version 1.1) of the releases, newest
// first, each with its differences by path and the addresses of its schema and its types. Worked out once for each pair of revisions.
import { dataChanges, type DataChange } from '#core/change/data-changes.ts'
import { phrase } from '#core/change/change-words.ts'
import { formatDate, vietnamDate } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { ChangesFeed, Procedure } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { createRecent } from '../validators/validator-cache.ts'
import { listReleases, readDocuments, type Release } from './releases.ts'

/** Older ones are still at their addresses. */
const mostItems = 50

type Item = ChangesFeed['items'][number]

const known = createRecent<DataChange[]>(500)

const changesBetween = (before: Release | undefined, now: Release, documents: ReadonlyMap<string, Procedure>, locale: Locale): DataChange[] => {
  const [old, next] = [before && documents.get(before.revision), documents.get(now.revision)]
  if (!before || !old || !next) return []
  const key = `${before.revision}/${now.revision}/${locale}`
  const found = known.get(key) ?? dataChanges(old, next, locale)
  known.set(key, found)
  return found
}

/** `number`: which release it is; the first one changes nothing for anybody. */
const itemOf = (release: Release, changes: DataChange[], number: number, address: string, locale: Locale): Item => {
  const isFirst = number === 1
  const { revision, at, legalBasis, withdrawn } = release
  const sentences = isFirst ? [phrase('feed.first', locale)] : changes.length === 0 ? [phrase('feed.none', locale)] : changes.map(({ path, sentence }) => `${path}: ${sentence}`)
  const notes = withdrawn ? [phrase('feed.withdrawn', locale, { date: formatDate(vietnamDate(withdrawn.at), locale) })] : []
  const place = `${address}/revisions/${revision}`
  return {
    id: `${place}#${number}`, url: place, title: phrase('feed.release', locale, { revision: revision.slice(0, 12) }), date_published: at, content_text: [...notes, ...sentences].join('\n'),
    _revision: {
      hash: revision, document: place, schema: `${place}/schema.json`, types: `${place}/types.ts`, changes: isFirst ? [] : changes,
      ...(legalBasis !== undefined && { legalBasis }), ...(withdrawn && { withdrawnAt: withdrawn.at }),
    },
  }
}

/** Undefined when nothing was ever published. */
export const createChangesFeed = (database: Database, origin: string) => async (procedureId: string, locale: Locale): Promise<ChangesFeed | undefined> => {
  const releases = await listReleases(database, procedureId)
  const last = releases.at(-1)
  if (!last) return undefined
  const documents = await readDocuments(database, procedureId)
  const address = `${origin}/api/procedures/${procedureId}`
  const items = releases.map((release, i) => ({ release, before: releases[i - 1], number: i + 1 })).slice(-mostItems).reverse()
    .map(({ release, before, number }) => itemOf(release, changesBetween(before, release, documents, locale), number, address, locale))
  return {
    version: 'https://jsonfeed.org/version/1.1', title: phrase('feed.title', locale, { name: localise(documents.get(last.revision)?.info, 'name', locale) }), language: locale,
    home_page_url: `${origin}/thu-tuc/${procedureId}/du-lieu`, feed_url: `${address}/changes.json${locale === 'en' ? '?lang=en' : ''}`, items,
  }
}
