// What must be true of any JSON before anything looks at it: not too deep, no names that every object inherits, exact
// numbers, and text in NFC without control or direction characters. Works in place on a value that was just parsed.
import { forbiddenNames } from '#core/issues/forbidden-names.ts'
import type { Issue } from '#core/issues/issue.ts'
import { toPointer } from '#core/issues/json-pointer.ts'

// Zero-width joiners stay: scripts and emoji need them.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const ascii = /^[\x20-\x7e]*$/

/** Whether brackets nest deeper than the limit; looked at before parsing, because a parser recurses. */
export const isDeeperThan = (text: string, limit: number): boolean => {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (quoted) {
      if (char === 92) i++
      else if (char === 34) quoted = false
    } else if (char === 34) quoted = true
    else if (char === 123 || char === 91) {
      if (++depth > limit) return true
    } else if (char === 125 || char === 93) depth--
  }
  return false
}

type Segments = (string | number)[]

const cleanText = (text: string): string | undefined => {
  if (ascii.test(text)) return text
  const lines = text.replaceAll('\r\n', '\n')
  return unwanted.test(lines) || !lines.isWellFormed() ? undefined : lines.normalize('NFC')
}

const cleanName = (name: string): Issue['code'] | undefined => {
  if (forbiddenNames.has(name)) return 'body.reserved-name'
  if (ascii.test(name)) return name.length > 200 ? 'body.name' : undefined
  return name.length > 200 || unwanted.test(name) || !name.isWellFormed() ? 'body.name' : undefined
}

/** Cleans the members of a container in place; the first fault, if any. */
const cleanMembers = (container: Record<string | number, unknown>, names: Segments, at: Segments): Issue | undefined => {
  for (const name of names) {
    const value = container[name]
    if (typeof value === 'string') {
      const text = cleanText(value)
      if (text === undefined) return { pointer: toPointer([...at, name]), code: 'body.characters' }
      if (text !== value) container[name] = text
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { pointer: toPointer([...at, name]), code: 'body.number' }
    } else if (typeof value === 'object' && value !== null) {
      const fault = clean(value, [...at, name])
      if (fault) return fault
    }
  }
  return undefined
}

const clean = (value: object, at: Segments): Issue | undefined => {
  if (Array.isArray(value)) return cleanMembers(value as unknown as Record<number, unknown>, [...value.keys()], at)
  const names = Object.keys(value)
  for (const name of names) {
    const code = cleanName(name)
    // A name that cannot be shown is not put into the pointer either.
    if (code) return { pointer: toPointer(code === 'body.name' ? at : [...at, name]), code, params: code === 'body.name' ? {} : { name } }
  }
  return cleanMembers(value as Record<string, unknown>, names, at)
}

/** The cleaned value, or the first fault. */
export const cleanJson = (parsed: unknown): { value: unknown } | { fault: Issue } => {
  const root = { value: parsed }
  const fault = cleanMembers(root, ['value'], [])
  return fault ? { fault: { ...fault, pointer: fault.pointer.replace(/^\/value/, '') } } : root
}
