// Reads the codes of a list from a table: a first line of headings, then one code a line. What cannot be read is named with
// its line and what to do; nothing is taken over while anything is wrong.
import type { Code } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { readTable, type TableRow } from './read-table.ts'

export interface CodesRead {
  codes: Code[]
  issues: Issue[]
}

export const mostCodes = 20000
/** More than this many faults help nobody. */
const listedFaults = 50

type Column = 'const' | 'title' | 'titleEn' | 'description' | 'parent' | 'validFrom' | 'validTo'

/** Headings as offices write them, folded to letters without accents. */
const headings: Record<string, Column> = {
  const: 'const', code: 'const', ma: 'const', madonvi: 'const', maso: 'const',
  title: 'title', name: 'title', ten: 'title', tengoi: 'title', noidung: 'title',
  titleen: 'titleEn', english: 'titleEn', nameen: 'titleEn', tentienganh: 'titleEn', tienganh: 'titleEn',
  description: 'description', mota: 'description', ghichu: 'description',
  parent: 'parent', thuoc: 'parent', macha: 'parent', macaptren: 'parent', thuocma: 'parent',
  validfrom: 'validFrom', tungay: 'validFrom', hieuluctu: 'validFrom',
  validto: 'validTo', denngay: 'validTo', hieulucden: 'validTo',
}

const fold = (heading: string): string => heading.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z]/g, '')

const isDay = (text: string): boolean => {
  const made = new Date(`${text}T00:00:00Z`)
  return /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text)
}

/** 2026-07-01, or 01/07/2026 as Vietnamese spreadsheets write it. */
const readDay = (text: string): string => text.replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_all, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

type Cells = Record<Column, string>

const cellsOf = (row: TableRow, columns: readonly (Column | undefined)[]): Cells => {
  const cells: Cells = { const: '', title: '', titleEn: '', description: '', parent: '', validFrom: '', validTo: '' }
  columns.forEach((column, i) => { if (column) cells[column] = row.cells[i] ?? '' })
  return { ...cells, validFrom: readDay(cells.validFrom), validTo: readDay(cells.validTo) }
}

const faultsOf = (cells: Cells, line: number): Issue[] => {
  const fault = (code: string, params: Record<string, unknown> = {}): Issue => ({ pointer: '', code, params: { line, ...params } })
  return [
    ...(cells.const === '' ? [fault('codeList.constMissing')] : []),
    ...(cells.title === '' ? [fault('codeList.titleMissing', { value: cells.const })] : []),
    ...([['const', 100], ['title', 500], ['titleEn', 500], ['description', 1000], ['parent', 100]] as const).filter(([column, most]) => [...cells[column]].length > most).map(([column, most]) => fault('codeList.tooLong', { column, most })),
    ...(['validFrom', 'validTo'] as const).filter((column) => cells[column] !== '' && !isDay(cells[column])).map((column) => fault('codeList.date', { value: cells[column] })),
    ...(isDay(cells.validFrom) && isDay(cells.validTo) && cells.validFrom > cells.validTo ? [fault('codeList.datesCrossed', { value: cells.const })] : []),
  ]
}

const toCode = (cells: Cells): Code => ({
  const: cells.const, title: cells.title,
  ...(cells.description && { description: cells.description }), ...(cells.parent && { parent: cells.parent }),
  ...(cells.validFrom && { validFrom: cells.validFrom }), ...(cells.validTo && { validTo: cells.validTo }),
  ...(cells.titleEn && { 'x-i18n': { en: { title: cells.titleEn } } }),
})

/** Codes that stand twice, and parents that stand nowhere; `parents` are the codes of the list one level up. */
export const judgeCodes = (codes: readonly Code[], lineOf: (index: number) => number, parents?: ReadonlySet<Code['const']>): Issue[] => {
  const first = new Map<Code['const'], number>()
  const own = parents ?? new Set(codes.map((code) => code.const))
  return codes.flatMap((code, i): Issue[] => {
    const before = first.get(code.const)
    if (before === undefined) first.set(code.const, i)
    return [
      ...(before === undefined ? [] : [{ pointer: '', code: 'codeList.constRepeated', params: { line: lineOf(i), value: code.const, first: lineOf(before) } }]),
      ...(code.parent === undefined || own.has(code.parent) ? [] : [{ pointer: '', code: 'codeList.parentUnknown', params: { line: lineOf(i), value: code.parent } }]),
    ]
  })
}

/** Text of a table with headings const, title, titleEn, description, parent, validFrom, validTo, in any order. */
export const readCodes = (text: string, parents?: ReadonlySet<Code['const']>): CodesRead => {
  const [head, ...rows] = readTable(text)
  const columns = (head?.cells ?? []).map((cell) => headings[fold(cell)])
  const missing = (['const', 'title'] as const).filter((column) => !columns.includes(column))
  if (missing.length > 0) return { codes: [], issues: missing.map((column) => ({ pointer: '', code: 'codeList.headingMissing', params: { line: head?.line ?? 1, column } })) }
  if (rows.length === 0) return { codes: [], issues: [{ pointer: '', code: 'codeList.empty', params: { line: 1 } }] }
  if (rows.length > mostCodes) return { codes: [], issues: [{ pointer: '', code: 'codeList.tooMany', params: { line: rows[mostCodes]!.line, most: mostCodes } }] }
  const cells = rows.map((row) => cellsOf(row, columns))
  const codes = cells.map(toCode)
  const lines = rows.filter((_row, i) => cells[i]!.const !== '').map((row) => row.line)
  const issues = [...cells.flatMap((each, i) => faultsOf(each, rows[i]!.line)), ...judgeCodes(codes.filter((code) => code.const !== ''), (i) => lines[i]!, parents)]
  return { codes, issues: issues.sort((a, b) => Number(a.params!['line']) - Number(b.params!['line'])).slice(0, listedFaults) }
}
