// Draws one question of a printed form: its label, when it is asked, the room for the answer, and below in small letters how
// to fill it in.
import type { PrintColumn, PrintItem } from '#core/export/print-model.ts'
import { printPhrase } from '#core/export/print-model.ts'
import type { Locale } from '#core/text/localise.ts'
import { drawAnswer, drawAnswers } from './draw-answer.ts'
import { textHeight, type Piece } from './keep-together.ts'
import { boxRow, dottedLine, gridOf, small, stack, tick, ticked, widthOf, words, type Content } from './page-content.ts'

export interface Place {
  locale: Locale
  width: number
}

const inset = 14

const labelText = ({ number, label }: PrintItem): string => `${number}. ${label}`

const labelOf = (item: PrintItem): Content => ({
  text: [{ text: labelText(item) }, ...(item.mark ? [{ text: ` ${item.mark}`, italics: true, fontSize: 10.5 }] : []), { text: /[?:.!…]$/.test(item.label) && !item.mark ? '  ' : ':  ' }],
})

/** How much of a line a label takes; more than a line when something has to be said before the blank. */
const labelWidth = (item: PrintItem): number => (item.when ? Infinity : widthOf(labelText(item)) + widthOf(item.mark ?? '') + 10)

/** The label on lines of its own. */
const labelAbove = (item: PrintItem): Content[] => [labelOf(item), ...(item.when ? [small(item.when, { margin: [inset, 0, 0, 1] })] : [])]

const drawDots = (item: PrintItem, lines: number, unit: string | undefined, { width }: Place): Content[] => {
  const isShort = labelWidth(item) < width * 0.62
  const below = isShort ? lines - 1 : lines
  return [
    ...(isShort ? [dottedLine(labelOf(item), below === 0 ? unit : undefined)] : labelAbove(item)),
    ...Array.from({ length: below }, (_line, i) => dottedLine(undefined, i === below - 1 ? unit : undefined)),
  ]
}

const inColumns = (options: readonly string[], count: number): Content[] =>
  Array.from({ length: Math.ceil(options.length / count) }, (_row, i) => ({
    columns: Array.from({ length: count }, (_cell, j) => options[i * count + j]).map((option) => ({ columns: option === undefined ? [] : [words(tick, { width: inset }), words(option, { width: '*' })], columnGap: 0 })),
    columnGap: 10, margin: [inset, 2, 0, 0],
  }))

const drawOptions = (item: PrintItem, options: readonly string[], { width }: Place): Content[] => {
  const inline = options.map(ticked).join('      ')
  if (labelWidth(item) + widthOf(inline) < width) return [{ columns: [{ ...labelOf(item), width: 'auto' }, words(inline, { width: '*' })], columnGap: 4 }]
  if (widthOf(inline) < width - 2 * inset) return [...labelAbove(item), words(inline, { margin: [inset, 2, 0, 0] })]
  return [...labelAbove(item), ...inColumns(options, options.every((option) => widthOf(option) < width / 2 - 40) ? 2 : 1)]
}

const drawParts = (item: PrintItem, lines: readonly string[][]): Content[] => [
  ...labelAbove(item),
  ...lines.map((labels) => ({ columns: labels.map((label) => dottedLine(words(`${label}: `), undefined)), columnGap: 10, margin: [inset, 3, 0, 0] })),
]

const drawBoxes = (item: PrintItem, groups: readonly number[], { width }: Place): Content[] => {
  const taken = groups.reduce((sum, count) => sum + count * 16 + 12, 0)
  if (labelWidth(item) + taken >= width) return [...labelAbove(item), { ...boxRow(groups), margin: [inset, 3, 0, 0] }]
  return [{ columns: [{ ...labelOf(item), width: 'auto', margin: [0, 3, 0, 0] }, { ...boxRow(groups), width: 'auto' }], columnGap: 4 }]
}

const cellOf = ({ options }: PrintColumn): Content => words(options.map(ticked).join('\n') || ' ', { fontSize: 10.5 })

const drawTable = (columns: readonly PrintColumn[], rows: number, { width, locale }: Place): Content => {
  const head = [printPhrase('ordinal', locale), ...columns.map(({ title }) => title)].map((title) => words(title, { bold: true, fontSize: 10.5, alignment: 'center' }))
  const body = Array.from({ length: rows }, (_row, i) => [words(String(i + 1), { alignment: 'center', fontSize: 10.5 }), ...columns.map(cellOf)])
  return gridOf(head, body, columns.map(({ weight }) => weight), width)
}

const notesOf = ({ notes }: PrintItem): Content[] => (notes.length > 0 ? [small(notes.join(' '), { margin: [inset, 2, 0, 0] })] : [])

const drawSimple = (item: PrintItem, place: Place): { content: Content[], lines: number } => {
  const { blank } = item
  switch (blank.kind) {
    case 'dots': return { content: drawDots(item, blank.lines, blank.unit, place), lines: blank.lines + 1 }
    case 'words': return { content: item.when ? [...labelAbove(item), words(blank.text, { margin: [inset, 2, 0, 0] })] : [{ text: [labelOf(item), { text: blank.text }] }], lines: 2 }
    case 'options': return { content: drawOptions(item, blank.options, place), lines: blank.options.length + 1 }
    case 'parts': return { content: drawParts(item, blank.lines), lines: blank.lines.length + 1 }
    case 'boxes': return { content: drawBoxes(item, blank.groups, place), lines: 2 }
    case 'answer': case 'declared': return drawAnswer(item, blank, place.locale)
    case 'declaration': return { content: [{ columns: [words(tick, { width: inset }), words(item.label, { width: '*' })] }, ...(item.when ? [small(item.when, { margin: [inset, 0, 0, 0] })] : [])], lines: 1 }
    default: return { content: labelAbove(item), lines: 1 }
  }
}

const drawEntry = (title: string, items: readonly PrintItem[], place: Place): Piece[] => {
  const head = words(title, { bold: true, italics: true, margin: [0, 5, 0, 0] })
  const drawn = items.flatMap((each) => drawItem(each, { ...place, width: place.width - inset }))
  const pieces = drawn.map(({ content, height }, i) => ({ content: stack([...(i === 0 ? [head] : []), content], { margin: [inset, 0, 0, 0] }), height: height + (i === 0 ? 22 : 0) }))
  const height = pieces.reduce((sum, each) => sum + each.height, 0)
  // An entry of a few questions stays together.
  return height <= 220 ? [{ content: stack(pieces.map(({ content }) => content)), height }] : pieces
}

/**
 * What stands together on a page comes as one piece; the first holds the label. Pieces are not kept together here: pdfmake
 * loses the order of what may not be parted inside of what may not be parted.
 */
export const drawItem = (item: PrintItem, place: Place): Piece[] => {
  const { blank } = item
  const around = { margin: [0, 4, 0, 4] }
  const texts = textHeight([labelText(item), ...(item.when ? [item.when] : []), item.notes.join(' ')], place.width - inset)
  const head = [...labelAbove(item), ...notesOf(item)]
  if (blank.kind === 'answerTable') return [{ content: stack([...labelAbove(item), drawAnswers(blank, place)], around), height: Infinity }]
  if (blank.kind === 'answerEntries') return [{ content: stack(labelAbove(item), around), height: texts + 8 }, ...blank.entries.flatMap(({ title, items }) => drawEntry(title, items, place))]
  if (blank.kind === 'table') return [{ content: stack([...head, drawTable(blank.columns, blank.rows, place)], around), height: texts + 60 + blank.rows * (30 + 12 * Math.max(...blank.columns.map(({ options }) => options.length))) }]
  if (blank.kind !== 'entries') {
    const { content, lines } = drawSimple(item, place)
    return [{ content: stack([...content, ...notesOf(item)], around), height: texts + lines * 25 + 8 }]
  }
  const [first, ...others] = Array.from({ length: blank.count }, (_entry, i) => drawEntry(printPhrase('entry', place.locale, { number: i + 1 }), blank.items, place)).flat()
  return [{ content: stack([...head, ...(first ? [first.content] : [])], around), height: texts + 8 + (first?.height ?? 0) }, ...others]
}
