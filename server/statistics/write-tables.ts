// The tables of a report as files for spreadsheets: one table as CSV, all of them as a workbook (ECMA-376).
import Papa from 'papaparse'
import writeWorkbook from 'write-excel-file/universal'
import type { PlainTable } from '#core/statistics/report-tables.ts'

/** Begins with the mark by which spreadsheets know that the letters are Unicode; a cell that looks like a formula is quoted. */
export const tableAsCsv = ({ columns, rows }: PlainTable): string =>
  `\ufeff${Papa.unparse({ fields: columns, data: rows.map((row) => row.map((cell) => cell ?? '')) }, { escapeFormulae: true })}\r\n`

/** What a cell of a workbook holds; with one character more the file counts as broken. */
const longestCell = 32_767
const longestMark = 200

/** Characters that XML has no place for. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A cell that had to be cut says so at its end. */
const cellOfWorkbook = (cell: string): string => {
  const text = cell.replace(notInXml, '\ufffd').toWellFormed()
  if (text.length <= longestCell) return text
  const kept = text.slice(0, longestCell - longestMark).toWellFormed()
  return `${kept}… [đã cắt: ô này có ${text.length} ký tự, xem đủ trong tệp CSV · cut: ${text.length} characters, the CSV file holds them all]`
}

const firstWidth = 60
const otherWidth = 16

export const tablesAsWorkbook = async (tables: readonly PlainTable[]): Promise<Uint8Array<ArrayBuffer>> => {
  const sheets = tables.map(({ title, columns, rows }) => ({
    data: [columns.map((column) => ({ value: column, fontWeight: 'bold' as const, wrap: true })), ...rows.map((row) => row.map((cell) => (cell === undefined ? null : typeof cell === 'number' ? { value: cell, type: Number } : { value: cellOfWorkbook(cell), type: String })))],
    sheet: title, columns: columns.map((_column, i) => ({ width: i === 0 ? firstWidth : otherWidth })), stickyRowsCount: 1, stickyColumnsCount: 1,
  }))
  return new Uint8Array(await (await writeWorkbook(sheets as never).toBlob()).arrayBuffer())
}
