// What a setting says, in words: a time limit, an amount, a formula, steps and questions by their titles. What has no words of its
// own is shown as it is written.
import { placesIn } from '../form/question-places.ts'
import { localise } from '../text/localise.ts'
import { durationWords } from '../text/duration-words.ts'
import { formatDate, formatMoney, formatNumber } from '../text/format.ts'
import { printFormula } from '../formula/print-formula.ts'
import { isRecord } from '../issues/json-pointer.ts'
import type { Duration } from '#schemas/generated/types.ts'
import { clipped, conditionText, isPhrase, paperTitle, phrase, questionTitle, quoted, roleTitle, stepTitle, type Telling } from './change-words.ts'

const steps = new Set(['to', 'start', 'withdrawTo', 'otherwise', 'against', 'of'])
const formulas = new Set(['formula', 'x-compute', 'amount'])
export const isFormula = (setting: string): boolean => formulas.has(setting)
/** Words of the product, not of the author. */
const coded = new Set(['kind', 'level', 'hit', 'collectedAt', 'asks', 'clock', 'clock.startsOn', 'outcome', 'publicStatus', 'resume', 'clock.resume', 'tone', 'type', 'format', 'x-widget', 'identification', 'serviceScope', 'onExpiry', 'do'])

const isDuration = (value: unknown): value is Duration => isRecord(value) && typeof value['amount'] === 'number' && typeof value['unit'] === 'string'

const named = (value: string, setting: string, telling: Telling): string | undefined => {
  const name = setting.replace(/^.*\./, '')
  if (steps.has(name)) return quoted(stepTitle(value, telling), telling.locale)
  if (name === 'signedBy' || name === 'role') return quoted(roleTitle(value, telling), telling.locale)
  if (name === 'issues') return quoted(paperTitle(value, telling), telling.locale)
  if (value.startsWith('/')) return quoted(questionTitle(value, telling), telling.locale)
  if ((coded.has(name) || coded.has(setting)) && isPhrase(`word.${value}`)) return phrase(`word.${value}` as 'word.fee', telling.locale)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, telling.locale) : undefined
}

const fileWords = (rule: Record<string, unknown>, telling: Telling): string =>
  phrase('file', telling.locale, { kinds: Array.isArray(rule['accept']) ? rule['accept'].join(', ').toUpperCase() : '', size: formatNumber(Math.round(Number(rule['maxBytes'] ?? 0) / 104857.6) / 10, telling.locale) })

const thingWords = (value: Record<string, unknown>, setting: string, telling: Telling): string => {
  const { locale } = telling
  if (isDuration(value)) return durationWords(value, locale)
  if (isFormula(setting)) return quoted(printFormula(value), locale)
  if (setting === 'when') return quoted(conditionText(value, telling), locale)
  if (setting === 'by' && typeof value['role'] === 'string') {
    const unit = value['unit'] ?? value['agency']
    return typeof unit === 'string' ? phrase('by.unit', locale, { role: quoted(roleTitle(value['role'], telling), locale), unit }) : quoted(roleTitle(value['role'], telling), locale)
  }
  if (setting === 'x-file') return fileWords(value, telling)
  const words = localise(value, 'title', locale) || localise(value, 'name', locale) || localise(value, 'message', locale)
  if (words) return quoted(words, locale)
  // Names in the data stand as they are.
  if (typeof value['from'] === 'string' && value['from'].startsWith('/')) return `${value['from']} → ${String(value['to'])}`
  // A form by what it asks.
  if (isRecord(value['schema'])) return placesIn(value['schema']).filter(({ parent }) => parent === '').map(({ question, name }) => quoted(localise(question, 'title', locale) || name, locale)).join(', ')
  if (isRecord(value['en'])) return Object.values(value['en']).map((text) => quoted(String(text), locale)).join(', ')
  if (Array.isArray(value['hide'])) return valueWords(value['hide'], 'hide', telling)
  const entries = Object.entries(value).filter(([name]) => name !== 'x-i18n')
  const isShort = entries.length > 0 && entries.every(([, inner]) => !isRecord(inner) || isDuration(inner))
  return isShort ? entries.map(([name, inner]) => `${settingWords(name, locale)}: ${valueWords(inner, name, telling)}`).join('; ') : quoted(JSON.stringify(value), locale)
}

export const settingWords = (setting: string, locale: Telling['locale']): string => {
  const [own, last] = [`setting.${setting}`, `setting.${setting.replace(/^(section|items)\./, '')}`]
  return isPhrase(own) ? phrase(own, locale) : isPhrase(last) ? phrase(last, locale) : quoted(setting, locale)
}

export const valueWords = (value: unknown, setting: string, telling: Telling): string => {
  const { locale } = telling
  if (value === undefined || value === null || value === '') return phrase('nothing', locale)
  if (typeof value === 'boolean') return phrase(value ? 'yes' : 'no', locale)
  if (typeof value === 'number' && telling.isYear) return String(value)
  if (typeof value === 'number') return setting === 'amount' ? formatMoney(value, locale) : formatNumber(value, locale)
  if (typeof value === 'string') return named(value, setting, telling) ?? quoted(value, locale)
  if (Array.isArray(value)) return value.length === 0 ? phrase('nothing', locale) : clipped(value.map((item) => valueWords(item, setting, telling)).join(', '))
  return isRecord(value) ? thingWords(value, setting, telling) : quoted(JSON.stringify(value), locale)
}

/** An entry of a list: a way out, a row of a fee table, a paper. */
export const entryWords = (entry: unknown, telling: Telling): string => {
  const { locale } = telling
  if (!isRecord(entry)) return valueWords(entry, '', telling)
  const about: Telling = typeof entry['of'] === 'string' ? { ...telling, step: entry['of'] } : telling
  const when = entry['when'] !== undefined ? phrase('when', locale, { when: conditionText(entry['when'], about) }) : entry['atLeast'] !== undefined ? phrase('score', locale, { points: Number(entry['atLeast']) }) : ''
  if (typeof entry['to'] === 'string' && entry['title'] === undefined) return phrase('entry.to', locale, { when: when || phrase('entry.always', locale), to: stepTitle(entry['to'], telling) })
  for (const name of ['amount', 'limit', 'points']) if (when && entry[name] !== undefined) return phrase('entry.case', locale, { when, value: valueWords(entry[name], name, telling) })
  const words = ['title', 'name', 'reason', 'address', 'number', 'from'].map((name) => localise(entry, name, locale)).find((text) => text !== '')
  if (words) return quoted(words, locale)
  const values = ['kind', 'do', 'timeLimit', 'before', 'after', 'role', 'code'].filter((name) => entry[name] !== undefined).map((name) => valueWords(entry[name], name, telling))
  return values.length > 0 ? values.join(', ') : quoted(String(entry['id'] ?? JSON.stringify(entry)), locale)
}
