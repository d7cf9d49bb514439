// The table for translators as CSV, for any spreadsheet.
import Papa from 'papaparse'
import type { Procedure } from '#schemas/generated/types.ts'
import { columns, rowsOfCells, translationRows, type TranslationRow } from './translation-table.ts'

/** Begins with the mark by which spreadsheets know that the letters are Unicode; a cell that looks like a formula is quoted. */
export const writeCsv = (procedure: Procedure): string =>
  `\ufeff${Papa.unparse({ fields: [...columns], data: translationRows(procedure).map((row) => columns.map((name) => row[name])) }, { escapeFormulae: true })}\r\n`

/** Undoes the quoting of what looked like a formula. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')

export const readCsv = (csv: string): TranslationRow[] | undefined =>
  rowsOfCells(Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' }).data.map((row) => row.map(unquoted)))
