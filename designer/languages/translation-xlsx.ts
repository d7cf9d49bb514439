// The table for translators as a workbook (ECMA-376). Written by a library; read with our own guarded reader of zip entries and
// XML, because a file that comes from elsewhere may be a bomb.
import writeWorkbook from 'write-excel-file/universal'
import { readEntry } from '#core/import/word/read-entry.ts'
import { childNamed, readXml, type Element } from '#core/import/word/read-xml.ts'
import { WordRefusal } from '#core/import/word/word-limits.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { columns, rowsOfCells, translationRows, type TranslationRow } from './translation-table.ts'

const widths: Record<(typeof columns)[number], number> = { pointer: 40, key: 14, vi: 60, en: 60, state: 12 }

export const writeXlsx = (procedure: Procedure): Promise<Blob> => {
  const head = columns.map((name) => ({ value: name, fontWeight: 'bold' as const }))
  const rows = translationRows(procedure).map((row) => columns.map((name) => ({ value: row[name], type: String, wrap: true, alignVertical: 'top' as const })))
  return writeWorkbook([head, ...rows], { columns: columns.map((name) => ({ width: widths[name] })), stickyRowsCount: 1, sheet: 'en' }).toBlob()
}

/** Words of a shared string or an inline one, which may be cut into runs of different looks. */
const wordsOf = (element: Element | undefined): string =>
  (element?.children ?? []).map((each) => (each.name === '#text' ? each.text : each.name === 'rPh' ? '' : wordsOf(each))).join('')

const sharedStrings = (file: Uint8Array): string[] => {
  try {
    const [root] = readXml(readEntry(file, 'xl/sharedStrings.xml'), 'xl/sharedStrings.xml').filter((each) => each.name === 'sst')
    return (root?.children ?? []).filter((each) => each.name === 'si').map(wordsOf)
  } catch (error) {
    // A workbook whose words all stand in their cells has no such list.
    if (error instanceof WordRefusal && error.line.code === 'import.word.notWord') return []
    throw error
  }
}

/** `BC12` → 54: columns are counted in letters. */
const columnOf = (reference: string): number => [.../^[A-Z]+/.exec(reference)?.[0] ?? 'A'].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** A sheet has 16 384 columns at most; ours has five. */
const mostColumns = 50

/** Undefined when the file is no workbook with our columns on its first sheet. */
export const readXlsx = (file: Uint8Array): TranslationRow[] | undefined => {
  try {
    const shared = sharedStrings(file)
    const sheet = readXml(readEntry(file, 'xl/worksheets/sheet1.xml'), 'xl/worksheets/sheet1.xml').find((each) => each.name === 'worksheet')
    const textOf = (cell: Element): string => (cell.attributes['t'] === 's' ? shared[Number(wordsOf(childNamed(cell, 'v')))] ?? '' : wordsOf(childNamed(cell, cell.attributes['t'] === 'inlineStr' ? 'is' : 'v')))
    const rows = (childNamed(sheet, 'sheetData')?.children ?? []).filter((each) => each.name === 'row').map((row) => {
      const cells: string[] = []
      for (const cell of row.children.filter((each) => each.name === 'c')) {
        const at = columnOf(cell.attributes['r'] ?? '')
        if (at < mostColumns) cells[at] = textOf(cell)
      }
      return Array.from(cells, (cell) => cell ?? '')
    })
    return rowsOfCells(rows)
  } catch (error) {
    if (error instanceof WordRefusal) return undefined
    throw error
  }
}
