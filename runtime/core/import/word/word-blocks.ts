// Reads the body of a Word document as what a person sees: paragraphs with their blanks, boxes and controls, and tables. What
// only looks (fonts, pictures, text boxes, deleted text) is passed over.
import { childNamed, valueOf, type Element } from './read-xml.ts'

/** One sign for each kind of place to write in. */
export const signs = { blank: '\u0001', date: '\u0002', box: '\u0003', control: '\u0004' } as const

export interface Control {
  kind: 'text' | 'date' | 'choice' | 'box'
  title: string
  options: string[]
}

export interface Paragraph {
  kind: 'paragraph'
  /** With the signs above in place of dots, boxes and controls. */
  text: string
  controls: Control[]
  isBold: boolean
  isItalic: boolean
  /** 1 to 9 for headings. */
  heading: number
  isListed: boolean
}

export interface Table {
  kind: 'table'
  rows: Cell[][]
}

export interface Cell {
  blocks: Block[]
  span: number
  /** Continues the cell above. */
  isContinued: boolean
}

export type Block = Paragraph | Table

interface Line { text: string; controls: Control[]; bold: number; italic: number; length: number }

const boxes = /[\u25A1\u25A2\u25FB\u25FD\u2610-\u2612\u25A0\u2B1C\uF06F\uF0A8\uF071\uF0FE\uF02A\uF0A3\u274F\u2751]/g
/** Codes of the fonts Wingdings and Wingdings 2 that draw an empty or a ticked box. */
const boxCodes = new Set(['F06F', 'F0A8', 'F071', 'F0FE', 'F0A3', 'F052', 'F072', 'F0FD', '006F', '00A8'])

const isOn = (element: Element | undefined): boolean => element !== undefined && !['0', 'false', 'none'].includes(valueOf(element) ?? '1')

const controlOf = (properties: Element | undefined): Control | undefined => {
  if (!properties) return undefined
  const title = valueOf(childNamed(properties, 'w:alias')) ?? ''
  const list = childNamed(properties, 'w:dropDownList') ?? childNamed(properties, 'w:comboBox')
  const items = list?.children.filter((each) => each.name === 'w:listItem').map((item) => item.attributes['w:displayText'] ?? item.attributes['w:value'] ?? '').filter((text) => text.trim() !== '' && !/^(?:choose|chọn|--)/i.test(text.trim()))
  if (list) return { kind: 'choice', title, options: [...new Set(items)] }
  if (childNamed(properties, 'w:date')) return { kind: 'date', title, options: [] }
  if (childNamed(properties, 'w14:checkbox')) return { kind: 'box', title, options: [] }
  return childNamed(properties, 'w:text') ?? childNamed(properties, 'w:showingPlcHdr') ? { kind: 'text', title, options: [] } : undefined
}

const readField = (properties: Element | undefined): string => (childNamed(properties, 'w:checkBox') ? signs.box : childNamed(properties, 'w:textInput') ? signs.blank : childNamed(properties, 'w:ddList') ? signs.blank : '')

const readRun = (run: Element, line: Line): void => {
  const properties = childNamed(run, 'w:rPr')
  const before = line.text.length
  for (const child of run.children) {
    if (child.name === 'w:t') line.text += child.children.map((each) => each.text).join('')
    else if (child.name === 'w:tab' || child.name === 'w:ptab') line.text += '\t'
    else if (child.name === 'w:br' || child.name === 'w:cr') line.text += '\n'
    else if (child.name === 'w:noBreakHyphen') line.text += '-'
    else if (child.name === 'w:sym' && boxCodes.has((child.attributes['w:char'] ?? '').toUpperCase())) line.text += signs.box
    else if (child.name === 'w:fldChar') line.text += readField(childNamed(child, 'w:ffData'))
  }
  const written = line.text.slice(before).replace(/\s/g, '').length
  line.length += written
  if (isOn(childNamed(properties, 'w:b'))) line.bold += written
  if (isOn(childNamed(properties, 'w:i'))) line.italic += written
}

const passed = new Set(['w:pPr', 'w:del', 'mc:Fallback', 'w:txbxContent', 'w:drawing', 'w:pict', 'w:object', 'w:instrText', 'w:moveFrom'])

const readInline = (element: Element, line: Line): void => {
  for (const child of element.children) {
    if (passed.has(child.name)) continue
    if (child.name === 'w:r') readRun(child, line)
    else if (child.name === 'w:sdt') {
      const control = controlOf(childNamed(child, 'w:sdtPr'))
      const content = childNamed(child, 'w:sdtContent')
      if (control?.kind === 'box') line.text += signs.box
      else if (control) {
        line.text += signs.control
        line.controls.push(control)
      } else if (content) readInline(content, line)
    } else readInline(child, line)
  }
}

const dateParts = /(?:ngày\s*)?[\s.…_‥]*\u0001[\s,/-]*tháng\s*\u0001[\s,/-]*năm\s*\u0001?/giu
const slashed = /(?:\u0001|\.{2,})?\s*\/\s*(?:\u0001|\.{2,})\s*\/\s*(?:\u0001|\.{2,})|\b(?:dd|nn|DD|NN)\/(?:mm|tt|MM|TT)\/(?:yyyy|nnnn|YYYY|NNNN)\b/gu

/** Nobody asks a question of this length; searching must stay quick whatever a file holds. */
const longestParagraph = 3000

/** Dots, underscores and tab leaders are one blank, however long; three of them around "tháng" and "năm" are a date. */
const markBlanks = (text: string, hasLeader: boolean): string => {
  const blanks = text.replace(/([.…‥․_\s])\1{3,}/gu, '$1$1$1$1').slice(0, longestParagraph).normalize('NFC').replace(boxes, signs.box).replace(/\[\s{0,3}\]|\(\s{2,5}\)/g, signs.box)
    .replace(/(?:[.…‥․_][ \u00A0]?){3,}|…+|_{2,}/gu, signs.blank).replace(hasLeader ? /\t+/g : /(?!)/g, signs.blank)
  return blanks.replace(/\u0001(?:[\s.…]*\u0001)+/g, signs.blank).replace(dateParts, signs.date).replace(slashed, signs.date).replace(/\u0002[\s.]*\u0001/g, signs.date)
}

const hasLeader = (properties: Element | undefined): boolean => childNamed(properties, 'w:tabs')?.children.some((tab) => ['dot', 'underscore', 'hyphen', 'middleDot', 'heavy'].includes(tab.attributes['w:leader'] ?? '')) ?? false

const headingOf = (properties: Element | undefined): number => {
  const style = valueOf(childNamed(properties, 'w:pStyle')) ?? ''
  const level = /^(?:heading|u|tiêuđề|tieude)\s?(\d)$/i.exec(style)?.[1] ?? (/^title$/i.test(style) ? '1' : undefined)
  const outline = valueOf(childNamed(properties, 'w:outlineLvl'))
  return level ? Number(level) : outline && Number(outline) < 9 ? Number(outline) + 1 : 0
}

const readParagraph = (element: Element): Paragraph => {
  const line: Line = { text: '', controls: [], bold: 0, italic: 0, length: 0 }
  readInline(element, line)
  const properties = childNamed(element, 'w:pPr')
  const most = Math.max(1, line.length * 0.8)
  return { kind: 'paragraph', text: markBlanks(line.text, hasLeader(properties)), controls: line.controls, isBold: line.bold >= most, isItalic: line.italic >= most, heading: headingOf(properties), isListed: childNamed(properties, 'w:numPr') !== undefined }
}

const cellOf = (element: Element): Cell => {
  const properties = childNamed(element, 'w:tcPr')
  const merge = childNamed(properties, 'w:vMerge')
  return { blocks: blocksOf(element), span: Math.min(63, Math.max(1, Number(valueOf(childNamed(properties, 'w:gridSpan')) ?? 1) || 1)), isContinued: merge !== undefined && (valueOf(merge) ?? 'continue') === 'continue' }
}

/** Rows and cells may stand in controls of their own. */
const through = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => (child.name === name ? [child] : child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:ins' ? through(child, name) : []))

/** The blocks of a body, a cell or a control. */
export const blocksOf = (element: Element): Block[] =>
  element.children.flatMap((child): Block[] => {
    if (child.name === 'w:p') return [readParagraph(child)]
    if (child.name === 'w:tbl') return [{ kind: 'table', rows: through(child, 'w:tr').map((row) => through(row, 'w:tc').map(cellOf)) }]
    if (child.name === 'w:sdt') {
      const control = controlOf(childNamed(child, 'w:sdtPr'))
      const inner = blocksOf(childNamed(child, 'w:sdtContent') ?? child)
      return control && control.kind !== 'box' && inner.length === 1 && inner[0]!.kind === 'paragraph' ? [{ ...inner[0]!, text: signs.control, controls: [control] }] : inner
    }
    return child.name === 'w:ins' || child.name === 'w:customXml' || child.name === 'w:smartTag' ? blocksOf(child) : []
  })
