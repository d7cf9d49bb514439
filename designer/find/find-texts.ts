// Finds words in everything that people read of a document, in both languages, with or without accents and case. Names,
// codes and values are no texts and are never met.
import { foldText } from '#core/text/format.ts'
import { translatableTexts, type TranslatableText } from '#core/revision/translatable-texts.ts'
import type { Procedure } from '#schemas/generated/types.ts'

export interface FindOptions {
  words: string
  /** ế is not e. */
  accents: boolean
  /** A is not a. */
  letterCase: boolean
  wholeWords?: boolean
}

export type Span = readonly [from: number, to: number]

export interface Hit {
  text: TranslatableText
  language: 'vi' | 'en'
  /** The words in which it was found. */
  words: string
  spans: Span[]
}

/** A text as it is compared, and for each letter of it the place it came from. */
const comparable = (text: string, { accents, letterCase }: FindOptions): { letters: string, places: number[] } => {
  const places: number[] = []
  let letters = ''
  let at = 0
  for (const letter of text) {
    const bare = accents ? letter : [...foldText(letter)].length > 0 ? keepCase(letter, foldText(letter)) : ''
    const shown = letterCase ? bare : bare.toLowerCase()
    for (let i = 0; i < shown.length; i++) places.push(at)
    letters += shown
    at += letter.length
  }
  places.push(text.length)
  return { letters, places }
}

const keepCase = (letter: string, folded: string): string => (letter === letter.toLowerCase() ? folded : folded.toUpperCase())

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter)

export const spansOf = (text: string, options: FindOptions): Span[] => {
  const wanted = comparable(options.words.normalize('NFC'), options).letters
  if (wanted === '') return []
  const { letters, places } = comparable(text, options)
  const spans: Span[] = []
  for (let i = letters.indexOf(wanted); i >= 0; i = letters.indexOf(wanted, i + wanted.length)) {
    const [from, to] = [places[i]!, places[i + wanted.length]!]
    if (!options.wholeWords || (!isLetter(text[from - 1]) && !isLetter(text[to]))) spans.push([from, to])
  }
  return spans
}

export const findTexts = (procedure: Procedure, options: FindOptions): Hit[] =>
  options.words.trim() === '' ? [] : translatableTexts(procedure).flatMap((text) =>
    (['vi', 'en'] as const).flatMap((language): Hit[] => {
      const spans = spansOf(text[language], options)
      return spans.length > 0 ? [{ text, language, words: text[language], spans }] : []
    }))

export const replaceSpans = (words: string, spans: readonly Span[], by: string): string =>
  spans.toReversed().reduce((text, [from, to]) => text.slice(0, from) + by + text.slice(to), words)

export interface Piece {
  text: string
  isHit: boolean
}

const around = 60

/** What a list of hits shows of one: the first hits with some words around them. */
export const excerpt = (words: string, spans: readonly Span[]): Piece[] => {
  const start = Math.max(0, spans[0]![0] - around)
  const end = Math.min(words.length, spans[0]![0] + 3 * around)
  const pieces: Piece[] = [{ text: `${start > 0 ? '…' : ''}${words.slice(start, spans[0]![0])}`, isHit: false }]
  spans.filter(([from]) => from < end).forEach(([from, to], i, all) => {
    pieces.push({ text: words.slice(from, to), isHit: true }, { text: words.slice(to, Math.min(all[i + 1]?.[0] ?? end, Math.max(end, to))), isHit: false })
  })
  if (end < words.length) pieces.push({ text: '…', isHit: false })
  return pieces.filter(({ text }) => text !== '')
}
