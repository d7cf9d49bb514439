// Turns issues into sentences of the reader's language: the author's own words first, then a catalogue by code, where a
// code may have its own sentence for a field type (`pattern.phone`). Whoever speaks says which catalogues it has at hand:
// a citizen's page carries those of answers only.
import type { Issue } from '../issues/issue.ts'
import { formatDate, formatNumber } from './format.ts'
import { localise, type Locale } from './localise.ts'

export type Catalogue = Readonly<Record<string, string>>

export interface IssueWords {
  /** The sentence of a code; a code that nobody wrote down is shown as it is, so that it is noticed. */
  translate(code: string, params: Record<string, unknown>, locale: Locale): string
  translateIssue(issue: Issue, locale: Locale): string
}

/** Titles come with their translations (issues/title-words.ts). */
const show = (value: unknown, locale: Locale): string =>
  (typeof value === 'number' ? formatNumber(value, locale) : typeof value === 'object' && value !== null ? localise(value, 'title', locale) : formatDate(String(value), locale))

const fill = (sentence: string, params: Record<string, unknown>, locale: Locale): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (params[name] === undefined ? whole : show(params[name], locale)))

const own = (catalogue: Catalogue, key: string): string | undefined => (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined)

export const issueWords = (catalogueOf: (locale: Locale) => Catalogue): IssueWords => {
  const translate: IssueWords['translate'] = (code, params, locale) => {
    const catalogue = catalogueOf(locale)
    return fill(own(catalogue, `${code}.${String(params['field'] ?? '')}`) ?? own(catalogue, code) ?? code, params, locale)
  }
  return {
    translate,
    translateIssue: (issue, locale) => (issue.authored && localise(issue.authored, 'message', locale)) || translate(issue.code, issue.params ?? {}, locale),
  }
}
