// The tables of a report as files for spreadsheets: one table as CSV, all of them as a workbook (ECMA-376).
import Papa from 'papaparse'
import writeWorkbook from 'write-excel-file/universal'
import type { PlainTable } from '#core/statistics/report-tables.ts'

/** Begins with the mark by which spreadsheets know that the letters are Unicode; a cell that looks like a formula is quoted. */
export const tableAsCsv = ({ columns, rows }: PlainTable): string =>
  `\ufeff${Papa.unparse({ fields: columns, data: rows.map((row) => row.map((cell) => cell ?? '')) }, { escapeFormulae: true })}\r\n`

const firstWidth = 60
const otherWidth = 16

export const tablesAsWorkbook = async (tables: readonly PlainTable[]): Promise<Uint8Array<ArrayBuffer>> => {
  const sheets = tables.map(({ title, columns, rows }) => ({
    data: [columns.map((column) => ({ value: column, fontWeight: 'bold' as const, wrap: true })), ...rows.map((row) => row.map((cell) => (cell === undefined ? null : { value: cell, type: typeof cell === 'number' ? Number : String })))],
    sheet: title, columns: columns.map((_column, i) => ({ width: i === 0 ? firstWidth : otherWidth })), stickyRowsCount: 1, stickyColumnsCount: 1,
  }))
  return new Uint8Array(await (await writeWorkbook(sheets as never).toBlob()).arrayBuffer())
}
