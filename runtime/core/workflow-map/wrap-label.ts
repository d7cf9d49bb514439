// Breaks a text into lines of a width, for pictures whose letters nobody measures. What does not fit in the last line is cut
// with “…”; the whole text is always said elsewhere.

/** Of a letter of 14 points, within a few per cent, on the safe side. */
const letterWidth = (letter: string): number => (/[ijltfrI.,:;'|()[\] !/-]/.test(letter) ? 4.6 : /[\p{Lu}mw%@&—…]/u.test(letter) ? 10.4 : 8)

export const labelWidth = (text: string, size = 14): number => ([...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size) / 14

/** A word that no line could hold, in pieces. */
const pieces = (word: string, width: number, size: number): string[] => {
  const found: string[] = ['']
  for (const letter of word) {
    if (labelWidth(found.at(-1)! + letter, size) > width && found.at(-1) !== '') found.push('')
    found[found.length - 1] += letter
  }
  return found
}

const cut = (line: string, width: number, size: number): string => {
  const letters = [...line]
  while (letters.length > 1 && labelWidth(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

export const wrapLabel = (text: string, width: number, most: number, size = 14): string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean).flatMap((each) => pieces(each, width, size))) {
    const last = lines.at(-1)
    if (last !== undefined && labelWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(`${lines[most - 1]} ${lines[most]}`, width, size)]
}

/** Nothing of the text was cut. */
export const isWhole = (lines: readonly string[], text: string): boolean => lines.join('').replace(/\s/g, '') === text.replace(/\s/g, '')
