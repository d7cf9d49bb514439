// The pieces that a printed page is drawn with: texts, dotted lines and boxes, in points. Every text of a document passes
// through `words`, as a text and nothing else.

export interface Content {
  [property: string]: unknown
}

/** A4 with 30 mm on the left for the binding and 20 mm on the other sides (NĐ 30/2020, Phụ lục I). */
export const margins = { left: 85, top: 57, right: 57, bottom: 57 }
export const pageWidth = 595 - margins.left - margins.right

export const words = (text: string, style: Content = {}): Content => ({ text, ...style })
export const small = (text: string, style: Content = {}): Content => words(text, { fontSize: 10, italics: true, ...style })
export const stack = (content: readonly Content[], style: Content = {}): Content => ({ stack: [...content], ...style })
/** Tinos has a square and no ballot box; a space that never breaks keeps it with its words. */
export const tick = '□'
export const ticked = (label: string): string => `${tick}\u00a0${label.replaceAll(' ', '\u00a0')}`

const letterWidth = (letter: string): number => (/[ijltfr.,:;'|()\[\] \u00a0!/-]/.test(letter) ? 3.8 : /[\p{Lu}mw%@&—…□]/u.test(letter) ? 8.4 : 5.9)

/** At 12 points, within a few per cent: good enough to choose between two arrangements. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0)

const dots = {
  hLineWidth: () => 0.7, vLineWidth: () => 0, hLineColor: () => '#333333', hLineStyle: () => ({ dash: { length: 1, space: 2 } }),
  paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0,
}
const bare = [false, false, false, false]
const underlined = [false, false, false, true]

/** A label, dots to the end of the line, and a unit. */
export const dottedLine = (label: Content | undefined, unit: string | undefined): Content => {
  const cells: [number | string, Content][] = [
    ...(label ? [['auto', { ...label, border: bare }] as [string, Content]] : []),
    ['*', { text: ' ', border: underlined }],
    ...(unit === undefined ? [] : [['auto', { text: ` ${unit}`, border: bare }] as [string, Content]]),
  ]
  return { table: { widths: cells.map(([wide]) => wide), body: [cells.map(([, content]) => content)] }, layout: dots, margin: [0, label ? 0 : 5, 0, 1] }
}

const grid = { hLineWidth: () => 0.7, vLineWidth: () => 0.7, paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 3, paddingBottom: () => 3 }
const boxLayout = { ...grid, paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 }

/** One box a character; groups stand apart. */
export const boxRow = (groups: readonly number[]): Content => {
  const cells = groups.flatMap((count, i) => [...(i > 0 ? [words('–', { alignment: 'center', border: bare, margin: [0, 2, 0, 0] })] : []), ...Array.from({ length: count }, () => words(' '))])
  return { table: { widths: cells.map((cell) => (cell['border'] ? 12 : 15)), heights: 18, body: [cells] }, layout: boxLayout }
}

const ordinalWidth = 24

/** A bordered table whose head is repeated on every page; its first column counts the rows, the others share the room. */
export const gridOf = (head: readonly Content[], rows: readonly (readonly Content[])[], shares: readonly number[], width: number, height = 24): Content => {
  const room = width - ordinalWidth - head.length * 7
  const total = shares.reduce((sum, share) => sum + share, 0)
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [ordinalWidth, ...shares.map((share) => (room * share) / total)], heights: (row: number) => (row === 0 ? 'auto' : height), body: [[...head], ...rows.map((row) => [...row])] },
    layout: grid, margin: [0, 3, 0, 3],
  }
}
