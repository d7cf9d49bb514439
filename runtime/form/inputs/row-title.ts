// What a row of a table is called: x-itemTitle with {n} for its number and {column} for an answer in it, in the words of
// its options ("Mẫu {n}").
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import { formatAnswer } from '#core/answers/format-answer.ts'
import { resolveQuestion } from '#core/form/walk-form.ts'
import { isRecord } from '#core/issues/json-pointer.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { t } from '../texts.ts'

export const rowTitle = (table: Question, row: unknown, index: number, locale: Locale, definitions?: FormSchema['$defs']): string => {
  const named = localise(table, 'x-itemTitle', locale) || t('form.rows.row')
  if (!named.includes('{')) return `${named} ${index + 1}`
  // Words that lead to an answer that is not there yet lead nowhere.
  const filled = named.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'n') return String(index + 1)
    const value = isRecord(row) && Object.hasOwn(row, name) ? row[name] : undefined
    return typeof value === 'string' || typeof value === 'number' ? formatAnswer(resolveQuestion(table.items?.properties?.[name] ?? {}, definitions), value, definitions, locale) : ''
  }).replace(/[\s:,–-]+$/, '').trim()
  return filled || `${t('form.rows.row')} ${index + 1}`
}
