// Translations as a table for translators: out with the Vietnamese beside the English, and back in with a look at what
// would change. A row knows its place, and the Vietnamese that it was translated from. The files are written and read beside.
import { translatableTexts, type TranslatableText } from '#core/revision/translatable-texts.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { stateOf, type TextState } from './text-parts.ts'

export interface TranslationRow {
  /** JSON Pointer of what the text belongs to. */
  pointer: string
  key: string
  vi: string
  en: string
}

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

export const columns = ['pointer', 'key', 'vi', 'en', 'state'] as const

export const translationRows = (procedure: Procedure): (TranslationRow & { state: TextState })[] =>
  translatableTexts(procedure).map((text) => ({ pointer: text.owner, key: text.key, vi: text.vi, en: text.en, state: stateOf(text) }))

const plain = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC')

const placeOf = (owner: string, key: string): string => `${owner} ${key}`

/** What a table would change in the document. */
export const compareRows = (procedure: Procedure, rows: readonly TranslationRow[]): ImportedTable => {
  const texts = new Map(translatableTexts(procedure).map((text) => [placeOf(text.owner, text.key), text]))
  const table: ImportedTable = { rows: [], same: 0, unknown: 0 }
  for (const row of rows) {
    const text = texts.get(placeOf(row.pointer, row.key))
    const en = plain(row.en).trim()
    const vi = plain(row.vi)
    if (!text) table.unknown += 1
    else if (en === '' || (en === text.en && !text.isStale)) table.same += 1
    else table.rows.push({ text, en, ...(vi !== '' && vi !== text.vi && { wasVi: vi }) })
  }
  return table
}

/** Rows below a head that names its columns, in any order; undefined without the columns that are needed. */
export const rowsOfCells = (cells: readonly (readonly string[])[]): TranslationRow[] | undefined => {
  const head = (cells[0] ?? []).map((name) => name.trim())
  const at = (name: string): number => head.indexOf(name)
  if (['pointer', 'key', 'en'].some((name) => at(name) < 0)) return undefined
  const cell = (row: readonly string[], name: string): string => row[at(name)] ?? ''
  return cells.slice(1).filter((row) => row.some((each) => each.trim() !== '')).map((row) => ({ pointer: cell(row, 'pointer'), key: cell(row, 'key'), vi: at('vi') < 0 ? '' : cell(row, 'vi'), en: cell(row, 'en') }))
}
