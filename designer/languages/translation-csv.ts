// Translations as a table for translators: out with the Vietnamese beside the English, and back in with a look at what
// would change. A row knows its place, and the Vietnamese that it was translated from.
import Papa from 'papaparse'
import { translatableTexts, type TranslatableText } from '#core/revision/translatable-texts.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { stateOf } from './text-parts.ts'

export interface ImportedRow {
  text: TranslatableText
  /** The English of the table. */
  en: string
  /** The Vietnamese of the table, where it is another than now: the translation may no longer fit. */
  wasVi?: string
}

export interface ImportedTable {
  /** Rows that would change something. */
  rows: ImportedRow[]
  /** Rows that say what the document says already, or nothing. */
  same: number
  /** Rows whose place is not in the document any more. */
  unknown: number
}

const columns = ['pointer', 'key', 'vi', 'en', 'state'] as const

/** Begins with the mark by which spreadsheets know that the letters are Unicode; a cell that looks like a formula is quoted. */
export const writeTranslations = (procedure: Procedure): string =>
  `\ufeff${Papa.unparse({ fields: [...columns], data: translatableTexts(procedure).map((text) => [text.owner, text.key, text.vi, text.en, stateOf(text)]) }, { escapeFormulae: true })}\r\n`

/** Undoes the quoting of what looked like a formula. */
const plain = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@\t\r])/, '').replaceAll('\r\n', '\n').normalize('NFC')

const placeOf = (owner: string, key: string): string => `${owner} ${key}`

/** Undefined when the text is no such table. */
export const readTranslations = (procedure: Procedure, csv: string): ImportedTable | undefined => {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: 'greedy' })
  if (!['pointer', 'key', 'en'].every((name) => meta.fields?.includes(name))) return undefined
  const texts = new Map(translatableTexts(procedure).map((text) => [placeOf(text.owner, text.key), text]))
  const table: ImportedTable = { rows: [], same: 0, unknown: 0 }
  for (const row of data) {
    const text = texts.get(placeOf(plain(row['pointer']), plain(row['key'])))
    const en = plain(row['en']).trim()
    const vi = plain(row['vi'])
    if (!text) table.unknown += 1
    else if (en === '' || (en === text.en && !text.isStale)) table.same += 1
    else table.rows.push({ text, en, ...(vi !== '' && vi !== text.vi && { wasVi: vi }) })
  }
  return table
}
