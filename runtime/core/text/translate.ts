// Turns issues into sentences of the reader's language: the author's own words first, then the catalogue by code, where
// a code may have its own sentence for a field type (`pattern.phone`). Every code stands in both languages.
import type { Issue } from '../issues/issue.ts'
import en from './en.json' with { type: 'json' }
import { formatDate, formatNumber } from './format.ts'
import { localise, type Locale } from './localise.ts'
import vi from './vi.json' with { type: 'json' }

export type MessageCode = keyof typeof vi

const catalogues: Record<Locale, Record<string, string>> = { vi, en }

const show = (value: unknown, locale: Locale): string => (typeof value === 'number' ? formatNumber(value, locale) : formatDate(String(value), locale))

const fill = (sentence: string, params: Record<string, unknown>, locale: Locale): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (params[name] === undefined ? whole : show(params[name], locale)))

export const hasMessage = (code: string): boolean => Object.hasOwn(vi, code)

/** The sentence of a code; a code that nobody wrote down is shown as it is, so that it is noticed. */
export const translate = (code: string, params: Record<string, unknown>, locale: Locale): string => {
  const catalogue = catalogues[locale]
  const special = `${code}.${String(params['field'] ?? '')}`
  return fill((Object.hasOwn(catalogue, special) ? catalogue[special] : Object.hasOwn(catalogue, code) ? catalogue[code] : code) ?? code, params, locale)
}

export const translateIssue = (issue: Issue, locale: Locale): string =>
  (issue.authored && localise(issue.authored, 'message', locale)) || translate(issue.code, issue.params ?? {}, locale)
