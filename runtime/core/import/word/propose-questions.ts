// Goes through a paper form from top to bottom and proposes the questions that it asks, under the headings where they stand.
import { foldText } from '../../text/format.ts'
import { guessField } from '../guess-field.ts'
import { isFrame, labelOf, quiet } from './label-words.ts'
import { boxesOf, fromBoxes, fromParagraph, isBlankOnly, lineKind, snippetOf } from './propose-lines.ts'
import type { Found, Proposal } from './proposal.ts'
import { blocksIn, cellQuestions, tableQuestion } from './propose-tables.ts'
import { signs, type Block, type Paragraph } from './word-blocks.ts'
import { wordLimits } from './word-limits.ts'

interface Reading {
  found: Proposal[]
  section: string
  /** Words that wait for what they name: a blank line, boxes, a table, a list of papers. */
  waiting?: Paragraph
  /** Boxes of lines that follow each other are one question. */
  boxes?: { label: string; options: string[]; snippet: string }
  isPapers: boolean
}

const hasPlace = (text: string): boolean => Object.values(signs).some((sign) => text.includes(sign))

const add = (reading: Reading, found: Found): void => void reading.found.push({ id: `p${reading.found.length + 1}`, section: reading.section, ...found })

const closeBoxes = (reading: Reading): void => {
  const { boxes } = reading
  reading.boxes = undefined
  const found = boxes && fromBoxes(boxes, boxes.snippet)
  if (found) return add(reading, found)
  for (const option of boxes?.options ?? []) {
    const alone = fromBoxes({ label: '', options: [option] }, `[ ] ${option}`)
    if (alone) add(reading, alone)
  }
}

/** "Họ và tên:" with the rest of the line left white is a question too. */
const closeWaiting = (reading: Reading): void => {
  const { waiting } = reading
  reading.waiting = undefined
  if (!waiting || reading.isPapers || !/:\s*$/.test(waiting.text)) return
  const label = labelOf(waiting.text)
  if (!label || label.title.length > 80) return
  add(reading, { ...label, ...lineKind(label.title), snippet: snippetOf(waiting.text) })
}

const roman = /^\s*(?:(?:phần|mục|part|section)\s+(?:[IVXLC]+|\d+|[A-Z])\b|[IVXLC]{1,5}\s*[.)-]|[A-EG-Z]\s*[.)-]\s)/iu
const numbered = /^\s*\d{1,2}\s*[.)-]\s/u
const isCapital = (text: string): boolean => text.length > 3 && text === text.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(text)

const isHeading = (paragraph: Paragraph, next: Block | undefined): boolean => {
  const text = paragraph.text.trim()
  if (hasPlace(text) || text === '' || text.length > 200) return false
  if (paragraph.heading > 0 || /^[IVXLC]{1,5}\s*[.)-]\s/u.test(text) || (roman.test(text) && (isCapital(text) || paragraph.isBold))) return true
  if (isCapital(text.replace(/[\d.)\s-]+/g, ' ').trim()) && paragraph.isBold && !/:$/.test(text)) return true
  const leads = next?.kind === 'paragraph' ? hasPlace(next.text) && !isBlankOnly(next.text) && !next.text.trimStart().startsWith(signs.box) : next !== undefined && !tableQuestion(next, undefined)
  return numbered.test(text) && leads && (paragraph.isBold || /:$/.test(text) || text.length <= 80)
}

/** Words of their own under a question, in brackets or slanted, explain it. */
const isHint = ({ text, isItalic }: Paragraph): boolean => !hasPlace(text) && (/^\s*\(.{12,400}\)\s*\.?\s*$/su.test(text) || (isItalic && text.trim().length > 12 && !/:\s*$/.test(text)))

const papers = /\b(?:ho so kem theo|giay to kem theo|tai lieu kem theo|kem theo (?:don|ho so|to khai)|ho so gom|gui kem|xin gui kem|cac giay to sau|attached (?:documents|papers))\b/

const readPaper = (reading: Reading, text: string): boolean => {
  const label = !hasPlace(text) || isBlankOnly(text.replace(/^[^\u0001]*/, '')) ? labelOf(text.replaceAll(signs.blank, '')) : undefined
  if (!reading.isPapers || !label || /:\s*$/.test(text) || guessField(label.title).type === 'consent') return false
  add(reading, { ...label, type: 'file', snippet: snippetOf(text) })
  return true
}

const readBoxes = (reading: Reading, text: string): void => {
  const boxes = boxesOf(text)!
  const isOption = text.trimStart().startsWith(signs.box) || (boxes.label === '' && boxes.options.length === 1)
  if (isOption && reading.boxes && boxes.label === '') return void (reading.boxes.options.push(...boxes.options), (reading.boxes.snippet += ` ${snippetOf(text)}`))
  closeBoxes(reading)
  const label = boxes.label || reading.waiting?.text || ''
  if (boxes.label !== '') closeWaiting(reading)
  const snippet = snippetOf(`${boxes.label === '' && reading.waiting ? `${reading.waiting.text} ` : ''}${text}`)
  reading.waiting = undefined
  reading.boxes = { label, options: boxes.options, snippet }
}

const isNextOption = (text: string, next: Block | undefined): boolean => text.includes(signs.box) && !/[\u0001\u0002\u0004]/u.test(text) && (boxesOf(text)?.options.length ?? 0) > 0 && next !== undefined

const readParagraph = (reading: Reading, paragraph: Paragraph, next: Block | undefined): void => {
  const text = paragraph.text.trim()
  if (text === '') return
  if (isFrame(text)) return void (closeBoxes(reading), closeWaiting(reading), (reading.isPapers = false))
  if (isNextOption(text, next) || (text.includes(signs.box) && !/[\u0001\u0002\u0004]/u.test(text))) return readBoxes(reading, paragraph.text)
  closeBoxes(reading)
  const last = reading.found.at(-1)
  if (isBlankOnly(text)) {
    if (reading.waiting) {
      const words = reading.waiting.text
      reading.waiting = undefined
      return fromParagraph({ ...paragraph, text: `${words.replace(/\s*$/, ' ')}${text}` }).forEach((each) => add(reading, { ...each, ...(each.type === 'text' && /:\s*$/.test(words) && !paragraph.controls.length && { type: 'longText' }) }))
    }
    // A second line of dots: the answer before is longer than a line.
    if (last?.type === 'text') reading.found[reading.found.length - 1] = { ...last, type: 'longText' }
    return
  }
  if (last && !reading.waiting && isHint(paragraph)) return void (reading.found[reading.found.length - 1] = { ...last, description: [last.description, text.replace(/^\(|\)\.?$/g, '')].filter(Boolean).join(' ').slice(0, 1000) })
  if (isHeading(paragraph, next)) {
    closeWaiting(reading)
    reading.isPapers = papers.test(foldText(text))
    reading.section = quiet(labelOf(text)?.title ?? text)
    reading.waiting = paragraph
    return
  }
  if (papers.test(foldText(text)) && /:\s*$/.test(text)) {
    closeWaiting(reading)
    return void (reading.isPapers = true)
  }
  if (readPaper(reading, text)) return
  reading.isPapers = false
  const found = fromParagraph(paragraph)
  if (found.length > 0) closeWaiting(reading)
  for (const each of found) add(reading, each)
  if (found.length > 0) return void (reading.waiting = undefined)
  closeWaiting(reading)
  const { type } = guessField(labelOf(text)?.title ?? '')
  if (type === 'consent' && text.length < 400) add(reading, { title: text.replace(/\s+/g, ' ').replace(/\.$/, ''), type, required: true, snippet: snippetOf(text) })
  else reading.waiting = paragraph
}

const readTable = (reading: Reading, block: Block & { kind: 'table' }): void => {
  closeBoxes(reading)
  const words = reading.waiting?.text
  const question = tableQuestion(block, words && words.length < 200 ? words : reading.section || undefined)
  if (question) {
    reading.waiting = undefined
    return add(reading, question)
  }
  reading.waiting = undefined
  for (const row of block.rows) {
    const found = cellQuestions(row)
    if (found) for (const each of found) add(reading, each)
    else readBlocks(reading, blocksIn(row))
  }
}

const readBlocks = (reading: Reading, blocks: readonly Block[]): void => {
  blocks.forEach((block, i) => {
    if (reading.found.length >= wordLimits.proposals) return
    if (block.kind === 'table') readTable(reading, block)
    else readParagraph(reading, block, blocks.slice(i + 1).find((each) => each.kind === 'table' || each.text.trim() !== ''))
  })
  closeBoxes(reading)
  closeWaiting(reading)
}

export const proposeQuestions = (blocks: readonly Block[]): Proposal[] => {
  const reading: Reading = { found: [], section: '', isPapers: false }
  readBlocks(reading, blocks)
  return reading.found.slice(0, wordLimits.proposals)
}
