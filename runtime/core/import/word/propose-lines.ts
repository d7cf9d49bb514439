// Finds the questions of one line of a paper form: words before each blank, boxes to tick with the words beside them,
// controls to choose from.
import { foldText } from '../../text/format.ts'
import { guessField } from '../guess-field.ts'
import { labelOf } from './label-words.ts'
import type { Found } from './proposal.ts'
import { signs, type Control, type Paragraph } from './word-blocks.ts'

export const isBlankOnly = (text: string): boolean => /^[\s.:;,–-]*[\u0001\u0002\u0004][\s.\u0001:;,–-]*$/u.test(text)

const shown = (text: string): string => text.replaceAll(signs.blank, '……').replaceAll(signs.date, '…/…/…').replaceAll(signs.box, '[ ] ').replaceAll(signs.control, '[…]').replace(/\s+/g, ' ').trim().slice(0, 300)

export const snippetOf = shown

/** What a line to write on may ask: no file and no table, no declaration, and no choice of nothing. */
export const lineKind = (title: string): Pick<Found, 'type' | 'options'> => {
  const guess = guessField(title)
  const fits = !['file', 'table', 'consent', 'yesNo'].includes(guess.type) && (guess.type !== 'choice' || guess.options !== undefined)
  return { type: fits ? guess.type : 'text', ...(guess.options && { options: guess.options.map((option) => option.title) }) }
}

/** A blank for a date, or a control, says more than the words. */
const kindOf = (title: string, sign: string, control: Control | undefined): Pick<Found, 'type' | 'options'> => {
  if (control?.kind === 'choice') return { type: 'choice', options: control.options }
  return control?.kind === 'date' || sign === signs.date ? { type: 'date' } : lineKind(title)
}

const fromBlanks = (text: string, controls: readonly Control[], snippet: string): Found[] => {
  const found: Found[] = []
  let waiting = [...controls]
  for (const match of text.matchAll(/([^\u0001\u0002\u0004]*)([\u0001\u0002\u0004])/gu)) {
    const [, words = '', sign = ''] = match
    const control = sign === signs.control ? waiting[0] : undefined
    if (control) waiting = waiting.slice(1)
    const label = labelOf(words.split('\n').at(-1)!.trim() || words) ?? (control?.title ? labelOf(control.title) : undefined)
    if (label) found.push({ ...label, ...kindOf(label.title, sign, control), snippet })
    // A blank under the words of another one goes on with it.
    else if (found.length > 0 && sign === signs.blank && words.includes('\n')) found[found.length - 1] = { ...found.at(-1)!, ...(found.at(-1)!.type === 'text' && { type: 'longText' }) }
  }
  return found
}

const several = /\b(?:co the chon nhieu|chon nhieu|danh dau cac|mot hoac nhieu|select all)\b/

const optionWords = (text: string): string => text.replace(/[\u0001\u0002\u0004]/g, '').replace(/^[\s:;,.+•*-]+|[\s:;,.]+$/g, '').replace(/\s+/g, ' ').trim()

export interface Boxes { label: string; options: string[] }

/** Words before the boxes, and the options; a box may stand before its words or after them. */
export const boxesOf = (text: string): Boxes | undefined => {
  const first = text.indexOf(signs.box)
  if (first < 0) return undefined
  const colon = text.lastIndexOf(':', first)
  const label = colon >= 0 ? text.slice(0, colon) : ''
  const rest = text.slice(colon + 1)
  const after = rest.trimStart().startsWith(signs.box)
  const parts = rest.split(signs.box).map(optionWords)
  const options = (after ? parts.slice(1) : parts.slice(0, -1)).filter((option) => option !== '' && option.length <= 300)
  return { label, options: [...new Set(options)] }
}

const isYesNo = (options: readonly string[]): boolean => options.length === 2 && /^(?:co|yes|dung|da)\b/.test(foldText(options[0]!)) && /^(?:khong|no|sai|chua)\b/.test(foldText(options[1]!))

/** One question from boxes; alone, a box is yes or no, or a declaration. */
export const fromBoxes = ({ label: words, options }: Boxes, snippet: string): Found | undefined => {
  const label = labelOf(words)
  if (options.length === 0) return undefined
  if (!label && options.length === 1) {
    const own = labelOf(options[0]!)
    return own && { ...own, type: guessField(own.title).type === 'consent' ? 'consent' : 'yesNo', required: false, snippet }
  }
  if (!label) return undefined
  if (isYesNo(options)) return { ...label, type: 'yesNo', snippet }
  if (options.length === 1) return { ...label, title: `${label.title}: ${options[0]!}`, type: 'yesNo', required: false, snippet }
  return { ...label, type: several.test(foldText(words)) ? 'choices' : 'choice', options, snippet }
}

/** All questions of a paragraph that has places to write in. */
export const fromParagraph = ({ text, controls }: Paragraph): Found[] => {
  const snippet = shown(text)
  if (!text.includes(signs.box)) return fromBlanks(text, controls, snippet)
  // What stands on other lines of the same paragraph is asked for itself.
  const lines = text.split('\n')
  if (lines.length > 1 && lines.filter((line) => line.includes(signs.box)).length < lines.length) return lines.flatMap((line) => fromParagraph({ kind: 'paragraph', text: line, controls, isBold: false, isItalic: false, heading: 0, isListed: false }))
  const boxes = boxesOf(text)
  const found = boxes && fromBoxes(boxes, snippet)
  const before = boxes && /[\u0001\u0002]/u.test(boxes.label) ? fromBlanks(boxes.label, controls, snippet) : []
  return found ? [...before, found] : before
}
