// Reads the tables of a paper form: rows to fill in become one table question, words beside empty cells a question each, and
// what only arranges the page is read as if there were no table.
import { foldText } from '../../text/format.ts'
import { guessField } from '../guess-field.ts'
import { isFrame, labelOf } from './label-words.ts'
import { isBlankOnly, lineKind, snippetOf } from './propose-lines.ts'
import type { Found } from './proposal.ts'
import { signs, type Block, type Cell, type Table } from './word-blocks.ts'

const wordsOf = (cell: Cell): string => cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n').trim()
const isEmpty = (text: string): boolean => text === '' || isBlankOnly(text) || /^[\s\d.…)-]*$/.test(text)
const isNumber = (title: string): boolean => /^(?:stt|tt|so tt|so thu tu|no|#)\.?$/.test(foldText(title))
const hasSign = (text: string): boolean => Object.values(signs).some((sign) => text.includes(sign))

/** Cells spread over the columns that they span. */
const spread = (row: readonly Cell[]): string[] => row.flatMap((cell) => Array.from({ length: cell.span }, () => wordsOf(cell)))

const columnType = (title: string): string => {
  const { type } = guessField(title)
  return ['table', 'consent', 'file', 'address'].includes(type) ? 'text' : type === 'choice' && guessField(title).options === undefined ? 'text' : type
}

/** Two rows of headings are read together: "Địa chỉ – Tỉnh". */
const headings = (rows: readonly Cell[][]): { titles: string[]; used: number } => {
  const first = spread(rows[0] ?? [])
  const isDouble = (rows[0] ?? []).some((cell) => cell.span > 1) && rows.length > 1 && spread(rows[1]!).some((text) => !isEmpty(text))
  if (!isDouble) return { titles: first, used: 1 }
  const below = spread(rows[1]!)
  return { titles: first.map((title, i) => (below[i] && below[i] !== title && !(rows[1]![i]?.isContinued ?? false) ? (first.filter((each) => each === title).length > 1 ? `${title} – ${below[i]}` : below[i] || title) : title)), used: 2 }
}

/** Rows under headings with nothing in them, to be filled in. */
export const tableQuestion = ({ rows }: Table, title: string | undefined): Found | undefined => {
  if (rows.length < 2) return undefined
  const { titles, used } = headings(rows)
  const real = titles.map((each) => each.replace(/\s+/g, ' ').trim())
  const body = rows.slice(used)
  const empty = body.filter((row) => spread(row).filter((text, i) => !isNumber(real[i] ?? '') && !isEmpty(text)).length === 0)
  if (titles.length < 2 || real.some((each) => each === '' || hasSign(each)) || body.length === 0 || empty.length < body.length / 2) return undefined
  const columns = [...new Set(real)].filter((each) => !isNumber(each)).flatMap((each) => {
    const label = labelOf(each)
    return label ? [{ title: label.title, type: columnType(label.title) }] : []
  })
  const label = title === undefined ? undefined : labelOf(title)
  const own = label?.title ?? columns.map((each) => each.title).join(', ').slice(0, 120)
  return columns.length === 0 ? undefined : { title: own, type: 'table', columns, required: label?.required ?? true, snippet: snippetOf(real.join(' | ')) }
}

/** Words in one cell, nothing in the next. */
export const cellQuestions = (row: readonly Cell[]): Found[] | undefined => {
  const texts = row.map(wordsOf)
  const found: Found[] = []
  for (let i = 0; i < texts.length; i += 1) {
    const words = texts[i]!
    const next = texts[i + 1]
    if (isEmpty(words) || hasSign(words) || next === undefined || !(next === '' || isBlankOnly(next)) || isFrame(words)) continue
    const label = labelOf(words)
    if (!label) continue
    found.push({ ...label, ...(next.includes(signs.date) ? { type: 'date' } : lineKind(label.title)), snippet: snippetOf(`${words} | ${next || '……'}`) })
    i += 1
  }
  return found.length > 0 ? found : undefined
}

export const blocksIn = (row: readonly Cell[]): Block[] => row.flatMap((cell) => cell.blocks)
