// A text that a pattern accepts, for codes and numbers that documents describe by a pattern. Reads what people write in
// forms: classes, groups, choices, repetitions; whoever calls proves the text by the pattern itself.
import type { Chance } from './chance.ts'

/** Undefined for what this does not read: look-around, back references, named classes. */
type Make = (chance: Chance) => string

const ranges: Record<string, string> = { d: '0123456789', w: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_', s: ' ' }
const anyLetter = 'abcdeghiklmnopqrstuvxy0123456789'
const printable = Array.from({ length: 95 }, (_each, i) => String.fromCharCode(32 + i)).join('')

const unreadable = (): never => { throw new Error('This pattern says more than is read here') }

const createReader = (source: string) => {
  let at = 0
  const letters = [...source]
  return {
    peek: (): string | undefined => letters[at],
    take: (): string => letters[at++] ?? unreadable(),
    skip: (text: string): boolean => {
      const found = letters.slice(at, at + text.length).join('') === text
      if (found) at += text.length
      return found
    },
  }
}
type Reader = ReturnType<typeof createReader>

const escaped = (reader: Reader): string => {
  const letter = reader.take()
  if (/[bBpPkuxDWS1-9]/.test(letter)) unreadable()
  return ranges[letter] ?? ({ n: '\n', t: '\t' }[letter] ?? letter)
}

const readClass = (reader: Reader): string => {
  const negated = reader.skip('^')
  let members = ''
  while (!reader.skip(']')) {
    const first = reader.skip('\\') ? escaped(reader) : reader.take()
    if (first.length > 1 || reader.peek() !== '-') {
      members += first
      continue
    }
    reader.take()
    if (reader.skip(']')) return `${members}${first}-`
    const last = reader.skip('\\') ? escaped(reader) : reader.take()
    for (let code = first.codePointAt(0)!; code <= last.codePointAt(0)!; code++) members += String.fromCodePoint(code)
  }
  return negated ? [...printable].filter((letter) => !members.includes(letter)).join('') : members
}

const oneOf = (members: string): Make => { const letters = [...members]; return (chance) => chance.pick(letters) }

const readAtom = (reader: Reader): Make => {
  if (reader.skip('^') || reader.skip('$')) return () => ''
  if (reader.skip('[')) return oneOf(readClass(reader))
  if (reader.skip('.')) return oneOf(anyLetter)
  if (reader.skip('\\')) return oneOf(escaped(reader))
  if (!reader.skip('(')) { const letter = reader.take(); return () => letter }
  if (reader.skip('?') && !reader.skip(':')) unreadable()
  const inner = readChoice(reader)
  if (!reader.skip(')')) unreadable()
  return inner
}

/** Repetitions without an end stay short. */
const few = 6

const readCount = (reader: Reader): [number, number] => {
  if (reader.skip('?')) return [0, 1]
  if (reader.skip('*')) return [0, few]
  if (reader.skip('+')) return [1, few]
  if (!reader.skip('{')) return [1, 1]
  let text = ''
  while (!reader.skip('}')) text += reader.take()
  const [least, most] = text.split(',')
  return [Number(least), most === undefined ? Number(least) : most === '' ? Number(least) + few : Number(most)]
}

const readSequence = (reader: Reader): Make => {
  const parts: Make[] = []
  while (reader.peek() !== undefined && reader.peek() !== '|' && reader.peek() !== ')') {
    const atom = readAtom(reader)
    const [least, most] = readCount(reader)
    reader.skip('?')
    parts.push((chance) => Array.from({ length: chance.between(least, Math.max(least, Math.min(most, least + few))) }, () => atom(chance)).join(''))
  }
  return (chance) => parts.map((part) => part(chance)).join('')
}

const readChoice = (reader: Reader): Make => {
  const sides = [readSequence(reader)]
  while (reader.skip('|')) sides.push(readSequence(reader))
  return (chance) => chance.pick(sides)(chance)
}

const tries = 20

/** Undefined where none was found. */
export const matchPattern = (pattern: string, fits: (text: string) => boolean, chance: Chance): string | undefined => {
  try {
    const expression = new RegExp(pattern, 'u')
    const make = readChoice(createReader(pattern))
    return Array.from({ length: tries }, () => make(chance)).find((text) => expression.test(text) && fits(text))
  } catch {
    return undefined
  }
}
