// The letters to those who read the data of a procedure: what changes for them and from when, where the new schema is, and how to be
// taken off the list. Nothing of anybody's answers.
import type { ReaderNews } from '#core/change/reader-news.ts'
import { formatDate, formatInstant, vietnamDate } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }
import { writeLetter, type Written } from './write-letter.ts'

/** In force now, planned for a day, not on that day after all; taken back, and in force again after that. */
export type ReaderNotice = 'changed' | 'planned' | 'called-off' | 'withdrawn' | 'restored'

export interface ReaderFacts {
  notice: ReaderNotice
  procedureId: string
  name: string
  code: string
  agency: string
  /** When it begins, or was to begin. */
  at: string
  /** Of the revision that the letter is about, where its schema is of use. */
  hash?: string
  legalBasis?: string
  /** Absent where no data change by it. */
  news?: ReaderNews
}

const texts = { vi, en }

const fill = (sentence: string, values: Record<string, string>): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

const linksOf = ({ notice, procedureId, hash }: ReaderFacts, origin: string, locale: Locale): [string, string][] => {
  const { links } = texts[locale].readerLetter
  const address = `${origin}/api/procedures/${procedureId}`
  const ofRevision = hash === undefined ? [] : (['schema', 'types'] as const).map((what): [string, string] =>
    [fill(notice === 'planned' ? links.then : '{what}', { what: links[what] }), `${address}/revisions/${hash}/${what === 'schema' ? 'schema.json' : 'types.ts'}`])
  return [[links.page, `${origin}/thu-tuc/${procedureId}/du-lieu`], ...ofRevision, [links.feed, `${address}/changes.json${locale === 'en' ? '?lang=en' : ''}`]]
}

const pointsOf = ({ lines, more }: ReaderNews, locale: Locale): { title: string; lines: string[] } => {
  const letter = texts[locale].readerLetter
  return { title: letter.changes, lines: lines.length === 0 ? [letter.none] : [...lines, ...(more > 0 ? [fill(letter.more, { n: String(more) })] : [])] }
}

export const renderReaderNotice = (facts: ReaderFacts, origin: string, locale: Locale): Written => {
  const { readers, facts: labels, readerLetter } = texts[locale]
  const { subject, news, at } = readers[facts.notice]
  return writeLetter({
    news, subject: fill(subject, { name: facts.name, day: formatDate(vietnamDate(facts.at), locale) }),
    rows: [
      [labels.agency, facts.agency], [labels.procedure, `${facts.name} (${facts.code})`], [at, formatInstant(facts.at, locale)],
      ...(facts.legalBasis === undefined ? [] : [[readerLetter.legalBasis, facts.legalBasis] as const]),
    ],
    ...(facts.news && { points: pointsOf(facts.news, locale) }),
    links: linksOf(facts, origin, locale), closing: fill(readerLetter.closing, { agency: facts.agency }),
  }, locale)
}
