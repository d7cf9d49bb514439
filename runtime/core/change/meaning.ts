// Whether other words under the same name still ask the same (contract.md, "changes meaning"). A small edit is taken for a
// mended slip; where a figure, a unit, a negation or a whole word changes, the author must say so or deny it.

export type Meaning = 'wording' | 'different'

/** What the author of a change has said, by the key of the text. */
export type SaidMeanings = Readonly<Record<string, Meaning>>

/** Titles are told apart by their path, options by their value besides; steps' forms by their step. */
export const meaningKey = (path: string, text: 'title' | 'unit' | { option: string | number }, step?: string): string =>
  `${step === undefined ? '' : `${step}:`}${path}:${typeof text === 'string' ? text : `option:${text.option}`}`

/** Said or left out, these change nothing: Vietnamese courtesies, English articles. */
const fillers = new Set(['vui', 'lòng', 'xin', 'hãy', 'các', 'của', 'the', 'a', 'an', 'please', 'of'])

/** Near in letters and far in meaning; without accents, as they are compared. */
const turningWords = new Set([
  'khong', 'chua', 'phai', 'duoc', 'cam', 'toi', 'da', 'thieu', 'truoc', 'sau', 'tu', 'den', 'tren', 'duoi', 'cha', 'me', 'bo', 'vo', 'chong', 'nam', 'nu', 'ong', 'ba', 'anh', 'chi',
  'mua', 'ban', 'cu', 'moi', 'trong', 'ngoai', 'ngay', 'thang', 'quy', 'gio', 'co', 'cap', 'noi', 'not', 'no', 'min', 'max', 'before', 'after', 'from', 'to', 'day', 'month', 'year',
])

/** Words and figures; % and currency signs count as words, other signs as nothing. 1.000 and 1000 are one figure. */
const wordsOf = (text: string): string[] =>
  text.normalize('NFC').toLowerCase().replace(/(?<=\d)[.,\s](?=\d{3}(?:\D|$))/g, '').match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[%₫$€°²³]/gu)?.filter((word) => !fillers.has(word)) ?? []

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** Steps of one letter that turn one text into the other; lists of anything are compared alike. */
export const editDistance = <T>(a: ArrayLike<T>, b: ArrayLike<T>): number => {
  let row = Array.from({ length: b.length + 1 }, (_each, j) => j)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** One word mended: accents that were left out, or one letter of a long word. */
const isSlip = (before: string, after: string): boolean => {
  const [from, to] = [bare(before), bare(after)]
  if (from === to) return before === from || after === to
  return from.length >= 5 && to.length >= 5 && !turningWords.has(from) && !turningWords.has(to) && !/\d/.test(before + after) && editDistance(from, to) === 1
}

/** More than this is another text. */
const mostSlips = 2

/** Whether the words may be taken for the same question without asking anybody. */
export const isWordingFix = (before: string, after: string): boolean => {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.length !== now.length) return false
  const slips = old.flatMap((word, i) => (word === now[i] ? [] : [[word, now[i]!] as const]))
  return slips.length <= mostSlips && slips.every(([from, to]) => isSlip(from, to))
}
