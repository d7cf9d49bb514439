// Patterns that people wrote run in linear time: no answer, however hostile, can make one slow (security.md, fact 6). A
// pattern means what ECMAScript says, so the few classes that RE2 reads differently are written out first.
import { RE2JS } from 're2js'

const spaces = '\\t\\n\\x0B\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}'
const lineEnds = '\\n\\r\\x{2028}\\x{2029}'

/** What an escape of ECMAScript is in RE2 where the two differ. */
const escapeOf = (escape: string, inClass: boolean): string => {
  if (escape === '\\s') return inClass ? spaces : `[${spaces}]`
  if (escape === '\\S' && !inClass) return `[^${spaces}]`
  if (escape === '\\S') throw new SyntaxError('\\S inside a class')
  const script = /^\\([pP])\{(?:Script|sc|General_Category|gc)=(\w+)\}$/.exec(escape)
  return script ? `\\${script[1]}{${script[2]}}` : escape
}

const writeOut = (pattern: string): string => {
  let inClass = false
  return pattern.replace(/\\[pP]\{[^}]*\}|\\.|[[\].]/gsu, (token) => {
    if (token === '.') return inClass ? token : `[^${lineEnds}]`
    if (token === '[') inClass = true
    else if (token === ']') inClass = false
    else return escapeOf(token, inClass)
    return token
  })
}

export interface LinearPattern {
  test(text: string): boolean
}

/** Throws for what cannot run in linear time: look-around, references to groups, repetitions that are too large. */
export const compileLinear = (pattern: string): LinearPattern => {
  // ECMAScript decides what is a pattern at all; the browser runs it.
  new RegExp(pattern, 'u')
  return RE2JS.compile(RE2JS.translateRegExp(writeOut(pattern)))
}
