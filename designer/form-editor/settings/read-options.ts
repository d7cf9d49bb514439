// Reads options from what was pasted: one title a line, a code and a title from a spreadsheet, or a table with headings; and
// says beforehand what will come of it.
import { readTable } from '#core/code-list/read-table.ts'
import type { Option } from '#schemas/generated/types.ts'
import { createValues, mostOptions, readOptionValue, type NewOption } from '../option-commands.ts'

export interface OptionsRead {
  /** Fit to be added, in order. */
  options: NewOption[]
  /** Passed over because the title or the code is there already, in the list or further up. */
  repeated: string[]
  /** Lines whose code cannot be one. */
  wrong: string[]
  /** Passed over because a question has no more options than this. */
  surplus: number
}

type Column = 'const' | 'title' | 'titleEn' | 'description' | 'parent'

const headings: readonly (readonly [Column, readonly string[]])[] = [
  ['const', ['const', 'code', 'ma', 'mã', 'value']], ['title', ['title', 'ten', 'tên', 'name', 'label', 'lựa chọn']], ['titleEn', ['titleen', 'english', 'tiếng anh', 'tên tiếng anh']],
  ['description', ['description', 'mô tả', 'ghi chú']], ['parent', ['parent', 'thuộc', 'mã cha']],
]
const columnOf = (cell: string): Column | undefined => headings.find(([, names]) => names.includes(cell.toLowerCase()))?.[0]

/** Titles may have commas: without a tab and without headings each line is one title. */
const rowsOf = (text: string): { columns: readonly (Column | undefined)[], rows: string[][] } => {
  const table = readTable(text)
  const named = (table[0]?.cells ?? []).map(columnOf)
  if (named.includes('title')) return { columns: named, rows: table.slice(1).map((row) => row.cells) }
  if (text.includes('\t')) return { columns: ['const', 'title', 'titleEn', 'parent'], rows: readTable(text, '\t').map((row) => row.cells) }
  return { columns: ['title'], rows: text.split(/\r?\n/).map((line) => [line.trim().normalize('NFC')]).filter(([line]) => line !== '') }
}

export const readOptions = (text: string, known: readonly Option[], type?: string): OptionsRead => {
  const { columns, rows } = rowsOf(text)
  const read: OptionsRead = { options: [], repeated: [], wrong: [], surplus: 0 }
  const titles = new Set(known.map((option) => option.title))
  const values = new Set(known.map((option) => String(option.const)))
  for (const cells of rows) {
    const at = (column: Column): string => cells[columns.indexOf(column)] ?? ''
    // A line with a single cell among lines with codes is a title.
    const [code, title] = columns[0] === 'const' && columns[1] === 'title' && cells.length === 1 ? ['', cells[0]!] : [at('const'), at('title')]
    const value = code === '' ? undefined : readOptionValue(code, type)
    if (title === '' || (code !== '' && value === undefined)) read.wrong.push(code || cells.join(' '))
    else if (value === undefined ? titles.has(title) : values.has(String(value))) read.repeated.push(value === undefined ? title : `${value} ${title}`)
    else if (known.length + read.options.length >= mostOptions) read.surplus++
    else {
      titles.add(title)
      if (value !== undefined) values.add(String(value))
      read.options.push({ ...(value !== undefined && { const: value }), title, ...(at('description') && { description: at('description') }), ...(at('parent') && { parent: at('parent') }), ...(at('titleEn') && { 'x-i18n': { en: { title: at('titleEn') } } }) })
    }
  }
  return read
}

/** Options in the place of others: who has the title of one before keeps its value and what else was said of it. */
export const inPlaceOf = (before: readonly Option[], options: readonly NewOption[]): Option[] => {
  const known = new Map(before.map((option) => [option.title, option]))
  const make = createValues(new Set([...before.map((option) => String(option.const)), ...options.flatMap((option) => (option.const === undefined ? [] : [String(option.const)]))]))
  return options.map((option) => (option.const === undefined ? { ...known.get(option.title), ...option, const: known.get(option.title)?.const ?? make(option.title) } : { ...option, const: option.const }))
}
