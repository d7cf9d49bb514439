// Reads what people type to find a procedure: without accents, without the words that everybody adds ("tôi muốn làm…"),
// and with the names that things have on the street beside those that the law gives them.
import { foldText } from '../text/format.ts'
import commonNames from './common-names.json' with { type: 'json' }

/** Letters and digits, folded: "1.001193 Đo-lường" is 1, 001193, do, luong. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

const addedByEverybody = new Set(wordsOf('tôi em mình muốn cần xin làm cho của về để ở đâu thế nào như là gì thì và các những một thủ tục hồ sơ online trực tuyến how to do i a an the of for my get apply procedure'))

const longestQuery = 200
const mostWords = 12
const mostReadings = 6

export interface Query {
  /** What was asked, then the same with other names for it; each must be found whole. */
  readings: string[][]
  /** As typed, in lower case, when it has accents: they then say which of two words is meant. */
  accented: string
}

const replaced = (words: readonly string[], name: readonly string[], other: readonly string[]): string[] | undefined => {
  const at = words.findIndex((_word, i) => name.every((each, j) => words[i + j] === each))
  return at < 0 ? undefined : [...words.slice(0, at), ...other, ...words.slice(at + name.length)]
}

const groups = commonNames.map((names) => names.map((name) => name.split(' ')))

const otherReadings = (words: readonly string[]): string[][] =>
  groups.flatMap((names) => names.flatMap((name) => names.flatMap((other) => (name === other ? [] : [replaced(words, name, other)].filter((reading) => reading !== undefined)))))

export const readQuery = (typed: string): Query => {
  const text = typed.normalize('NFC').slice(0, longestQuery)
  const all = wordsOf(text).slice(0, mostWords)
  const meant = all.filter((word) => !addedByEverybody.has(word))
  const words = meant.length > 0 ? meant : all
  const lower = text.trim().toLowerCase()
  return { readings: words.length === 0 ? [] : [words, ...otherReadings(words)].slice(0, mostReadings), accented: foldText(lower) === lower ? '' : lower }
}
