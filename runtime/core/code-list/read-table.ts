// Reads a table that was typed, pasted from a spreadsheet or exported as CSV (RFC 4180): cells between tabs, commas or
// semicolons, with the number of the line each row began on, so that an error can name it.

export interface TableRow {
  /** Counted from 1, as editors count. */
  line: number
  cells: string[]
}

const separators = ['\t', ';', ','] as const

/**
 * The sign that stands most often in the first line, outside of quotes; a tab wins, because nobody types one in a name; of two that
 * stand as often the semicolon, because commas stand in names too.
 */
const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, '')
  if (first.includes('\t')) return '\t'
  return separators.reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best), ';' as string)
}

interface Reading {
  rows: TableRow[]
  cells: string[]
  cell: string
  line: number
  began: number
  quoted: boolean
}

const endCell = (state: Reading): void => {
  state.cells.push(state.cell.trim().normalize('NFC'))
  state.cell = ''
}

const endRow = (state: Reading): void => {
  endCell(state)
  if (state.cells.some((cell) => cell !== '')) state.rows.push({ line: state.began, cells: state.cells })
  state.cells = []
  state.began = state.line
}

const readQuoted = (state: Reading, sign: string, next: string | undefined): boolean => {
  if (sign !== '"') {
    state.cell += sign
    if (sign === '\n') state.line++
    return false
  }
  // Two quotes within quotes are one.
  if (next === '"') {
    state.cell += '"'
    return true
  }
  state.quoted = false
  return false
}

/** Rows without any word in them are passed over. A quote that is never closed takes the rest of the text. */
export const readTable = (given: string, separator = separatorOf(given.replace(/^\ufeff/, ''))): TableRow[] => {
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const state: Reading = { rows: [], cells: [], cell: '', line: 1, began: 1, quoted: false }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (state.quoted) {
      if (readQuoted(state, sign, text[i + 1])) i++
    } else if (sign === '"' && state.cell.trim() === '') state.quoted = true
    else if (sign === separator) endCell(state)
    else if (sign === '\n') {
      state.line++
      endRow(state)
    } else state.cell += sign
  }
  endRow(state)
  return state.rows
}
