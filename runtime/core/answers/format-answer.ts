// One answer as a person reads it: options by their titles, dates and money as Vietnamese and English readers expect.
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { formatDate, formatMoney, formatNumber, formatPartialDate } from '../text/format.ts'
import { isYear } from '../form/is-year.ts'
import { localise, type Locale } from '../text/localise.ts'

const yes: Record<Locale, [string, string]> = { vi: ['Có', 'Không'], en: ['Yes', 'No'] }

/** Nobody reads the names that stand in the data. */
const notListed: Record<Locale, string> = { vi: 'Mục không còn trong danh sách', en: 'No longer in the list' }

const optionTitle = (question: Question, value: unknown, locale: Locale): string | undefined => {
  const option = question.oneOf?.find((each) => each.const === value)
  return option && localise(option, 'title', locale)
}

const compound = (question: Question, value: Record<string, unknown>, definitions: FormSchema['$defs'], locale: Locale): string => {
  const parts = Object.entries(question.properties ?? {}).map(([name, part]) => (value[name] === undefined ? '' : formatAnswer(resolveQuestion(part, definitions), value[name], definitions, locale)))
  // An address is read from the house to the province.
  return parts.reverse().filter(Boolean).join(', ')
}

const numberText = (question: Question, value: number, locale: Locale): string => {
  if (question['x-field'] === 'money') return formatMoney(value, locale)
  return [isYear(question) ? String(value) : formatNumber(value, locale), localise(question, 'x-unit', locale)].join(' ').trim()
}

/** '' for an absent answer. File answers are shown by their names beside the dossier, not here. */
export const formatAnswer = (question: Question, value: unknown, definitions: FormSchema['$defs'], locale: Locale): string => {
  if (value === undefined || value === null) return ''
  const titled = optionTitle(question, value, locale)
  if (titled !== undefined) return titled
  if (Array.isArray(value)) return value.map((item) => formatAnswer(resolveQuestion(question.items ?? {}, definitions), item, definitions, locale)).join('; ')
  if (isRecord(value)) return compound(question, value, definitions, locale)
  if (question.oneOf && typeof value === 'string') return notListed[locale]
  if (typeof value === 'boolean') return yes[locale][value ? 0 : 1]
  if (typeof value === 'number') return numberText(question, value, locale)
  if (question['x-field'] === 'partialDate') return formatPartialDate(String(value), locale)
  return question.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value), locale) : String(value)
}
