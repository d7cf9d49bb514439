// Whether a pattern looks as if some answers could keep a browser busy for minutes: a repetition inside a repetition that
// nothing tells apart, look-around, references to groups. A rough sieve for imports; publication judges exactly.
import { cataloguePatterns } from '../form/field-catalogue.ts'

export const longestPattern = 500

const isValid = (pattern: string): boolean => {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}

interface Atom { text: string; isCounted: boolean }
interface Group { atoms: Atom[]; repeats: boolean; choices: boolean }

const token = /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?::|<[A-Za-z]\w*>))?|\)|[*+?]\??|\{\d+(?:,\d*)?\}\??|\||[\s\S]/gu
const isUnbounded = (quantifier: string | undefined): boolean => quantifier !== undefined && /^(?:[*+]|\{\d+,\})/.test(quantifier)
const isQuantifier = (text: string | undefined): boolean => text !== undefined && /^(?:[*+?]\??|\{\d+(?:,\d*)?\}\??)$/.test(text)

/** A fixed sign at the beginning or the end that nothing else in the group could be: (?:-[0-9]+)* is walked one way only. */
const isFenced = ({ atoms }: Group): boolean => {
  const literal = (atom: Atom | undefined): string | undefined => (atom === undefined || atom.isCounted ? undefined : /^\\[^\w]$/.test(atom.text) ? atom.text[1] : /^[^\\.[()]$/.test(atom.text) ? atom.text : undefined)
  return [0, atoms.length - 1].some((at) => {
    const sign = literal(atoms[at])
    return sign !== undefined && atoms.every((atom, i) => i === at || !new RegExp(`^(?:${atom.text})$`, 'u').test(sign))
  })
}

/** The reason for doubt; undefined when there is none. */
export const patternDoubt = (pattern: string): 'long' | 'wrong' | 'look' | 'slow' | undefined => {
  if (pattern.length > longestPattern) return 'long'
  if (cataloguePatterns.has(pattern)) return undefined
  if (!isValid(pattern)) return 'wrong'
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</.test(pattern)) return 'look'
  const tokens = pattern.match(token) ?? []
  const groups: Group[] = [{ atoms: [], repeats: false, choices: false }]
  for (const [i, text] of tokens.entries()) {
    const group = groups.at(-1)!
    if (text.startsWith('(')) groups.push({ atoms: [], repeats: false, choices: false })
    else if (text === ')') {
      groups.pop()
      const outer = groups.at(-1)
      if (!outer) return 'wrong'
      if (isUnbounded(tokens[i + 1]) && (group.repeats || group.choices) && !isFenced(group)) return 'slow'
      outer.repeats ||= group.repeats || isUnbounded(tokens[i + 1])
      outer.choices ||= group.choices && isUnbounded(tokens[i + 1])
      outer.atoms.push(...group.atoms.map((atom) => ({ ...atom, isCounted: atom.isCounted || isQuantifier(tokens[i + 1]) })))
    } else if (text === '|') group.choices = true
    else if (isQuantifier(text)) group.repeats ||= isUnbounded(text)
    else if (text !== '^' && text !== '$') group.atoms.push({ text, isCounted: isQuantifier(tokens[i + 1]) })
  }
  return undefined
}
