// The two ways in which spreadsheets write numbers and lists. Vietnamese ones write 1,5 and part operands by semicolons,
// English ones write 1.5 and part them by commas. Decision: both are read, English notation is printed, and what could mean two
// numbers is refused. With a semicolon anywhere the whole formula is Vietnamese; without one, a comma between two digits is
// a decimal sign unless it stands among the operands of a function, where it parts them.

/** The text with the contents of quotes covered, place for place. */
export const withoutTexts = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, (quoted) => '"'.repeat(quoted.length))

export type Notation = { text: string } | { code: 'formula.thousands' | 'formula.syntax'; at: number; part: string }

/** Places of commas that stand directly among the operands of a function. */
const commasOfCalls = (bare: string): Set<number> => {
  const found = new Set<number>()
  const calls: boolean[] = []
  for (let i = 0; i < bare.length; i++) {
    if (bare[i] === '(') calls.push(/[\p{L}\p{N}_]\s*$/u.test(bare.slice(0, i)))
    else if (bare[i] === ')') calls.pop()
    else if (bare[i] === ',' && calls.at(-1)) found.add(i)
  }
  return found
}

/** 50.000 and 1,500: thousands to one reader, a fraction to the other. */
const grouped = /(?<![\w.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\w.])/
const groupedByCommas = /^[1-9]\d{0,2}(?:,\d{3})+(?![\w,])/

/** The same formula in English notation, place for place. */
export const toEnglishNotation = (text: string): Notation => {
  const bare = withoutTexts(text)
  const dots = grouped.exec(bare)
  if (dots) return { code: 'formula.thousands', at: dots.index, part: dots[0] }
  if (!/[;,]/.test(bare)) return { text }
  const isVietnamese = bare.includes(';')
  const parting = isVietnamese ? new Set<number>() : commasOfCalls(bare)
  const letters = [...Array(text.length).keys()].map((i) => text[i]!)
  for (let i = 0; i < bare.length; i++) {
    if (bare[i] === ';') letters[i] = ','
    if (bare[i] !== ',' || parting.has(i)) continue
    const isDecimal = /\d/.test(bare[i - 1] ?? '') && /\d/.test(bare[i + 1] ?? '')
    if (!isDecimal && isVietnamese) return { code: 'formula.syntax', at: i, part: ',' }
    if (!isDecimal) continue
    const start = i - /\d*$/.exec(bare.slice(0, i))![0].length
    const number = groupedByCommas.exec(bare.slice(start))
    if (number && !/[\w.,]/.test(bare[start - 1] ?? '')) return { code: 'formula.thousands', at: start, part: number[0] }
    letters[i] = '.'
  }
  return { text: letters.join('') }
}
