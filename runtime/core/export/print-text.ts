// Texts of a document as a page can bear them: one line, without control characters, and with places to break in words
// that no line could hold.
import { localise, type Locale } from '../text/localise.ts'

const longestRun = 32
const breakEvery = 16
const longestText = 600

const breakable = (word: string): string => {
  const letters = [...word]
  return letters.length <= longestRun ? word : letters.map((letter, i) => (i > 0 && i % breakEvery === 0 ? `\u200b${letter}` : letter)).join('')
}

/** Pictures that no printed letter shows; the empty squares in their place would look like boxes to tick. */
const pictures = /(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{10000}-\u{10ffff}]/gu
/** Letters of scripts that the font does not know. */
const foreignLetters = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])\p{L}/gu

export const plainText = (text: string, longest = longestText): string => {
  const letters = [...text.normalize('NFC').replace(pictures, '').replace(foreignLetters, '?').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim()]
  const short = letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('')
  return short.split(' ').map(breakable).join(' ')
}

/** What a person answered: whole, with its own lines. */
export const answerText = (text: string): string => text.split(/\r\n|[\r\n]/).map((line) => plainText(line, Infinity)).join('\n').trim()

export const printText = (node: object | undefined, key: string, locale: Locale): string => plainText(localise(node, key, locale))
