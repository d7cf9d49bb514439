// Where the words of a search stand in a text, for marking them: a word counts from its beginning, without minding accents.
import { foldText } from '../text/format.ts'

export interface Piece {
  text: string
  isMarked: boolean
}

/** Letters of the folded text that each letter of the text becomes: accents written apart become none. */
const foldedStart = (word: string, letters: number): number => {
  let at = 0
  while (at < word.length && foldText(word.slice(0, at)).length < letters) at += 1
  return at
}

export const markWords = (text: string, words: readonly string[]): Piece[] => {
  const asked = [...words].sort((a, b) => b.length - a.length)
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).flatMap((part, i): Piece[] => {
    const word = i % 2 === 0 ? undefined : asked.find((each) => foldText(part).startsWith(each))
    if (word === undefined) return part === '' ? [] : [{ text: part, isMarked: false }]
    const end = foldedStart(part, word.length)
    return [{ text: part.slice(0, end), isMarked: true }, ...(end < part.length ? [{ text: part.slice(end), isMarked: false }] : [])]
  })
}
