// How well a procedure answers what somebody typed: every word must stand somewhere, whole, as the beginning of a word, or
// with one letter wrong; what stands in the name counts more than what stands in the description.
import type { Part } from './catalogue-entry.ts'
import type { Query } from './search-words.ts'

/** One letter too many, too few, another, or two changed about. */
const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b
  let at = 0
  while (a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
}

const fewestLettersOfSlip = 5
const fewestLettersInside = 6
const isNumber = (word: string): boolean => /^\d+$/.test(word)

const likeness = (asked: string, { words, joined }: Part): number => {
  let best = asked.length >= fewestLettersInside && joined.includes(asked) ? 0.4 : 0
  for (const word of words) {
    if (word === asked) return 1
    if (word.startsWith(asked)) best = Math.max(best, 0.7)
    else if (best < 0.3 && asked.length >= fewestLettersOfSlip && !isNumber(asked) && isOneSlip(asked, word)) best = 0.3
  }
  return best
}

export interface Match {
  /** Words that were found. */
  found: number
  score: number
}

const readingMatch = (words: readonly string[], parts: readonly Part[]): Match => {
  const scores = words.map((word) => Math.max(...parts.map((part) => part.weight * likeness(word, part))))
  const [name] = parts
  const phrase = words.length > 1 && name?.joined.includes(words.join('')) ? 12 : 0
  const start = name?.joined.startsWith(words.join('')) ? 4 : 0
  return { found: scores.filter((score) => score > 0).length, score: scores.reduce((sum, score) => sum + score, 0) + phrase + start }
}

/** Of the reading that fits best; undefined when no reading is found whole. */
export const matchEntry = ({ readings, accented }: Query, name: string, parts: readonly Part[]): number | undefined => {
  const whole = readings.flatMap((words, i) => {
    const { found, score } = readingMatch(words, parts)
    return found === words.length ? [i === 0 ? score : score * 0.9] : []
  })
  return whole.length === 0 ? undefined : Math.max(...whole) + (accented !== '' && name.normalize('NFC').toLowerCase().includes(accented) ? 6 : 0)
}

/** How much of what was asked is there, for when nothing has all of it: 0 unless it is half or more. */
export const nearness = ({ readings }: Query, parts: readonly Part[]): number => {
  const [words = []] = readings
  const { found, score } = readingMatch(words.filter((word) => word.length > 2), parts)
  return found >= 2 && found * 2 >= words.length ? found * 100 + score : 0
}
