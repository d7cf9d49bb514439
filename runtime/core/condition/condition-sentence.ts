// Conditions as sentences: rows "question, test, value" joined by all, any or none, with one group inside another. Reading
// and writing lose nothing: what reads as a sentence is written back as the same condition, everything else stays as it is.
import { canonicalJson } from '../procedure/canonical-json.ts'
import type { Condition } from '#schemas/generated/types.ts'

export type Value = string | number | boolean
export type Test = 'is' | 'isNot' | 'isOneOf' | 'isNoneOf' | 'includes' | 'includesOneOf' | 'excludes' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'isFilled' | 'isEmpty' | 'anyRow'

export interface Row {
  /** From where the condition stands: /coSo/loai; in a row of a table the column, /soLuong. */
  path: string
  test: Test
  /** Absent while the author has not chosen one yet, and for tests that need none. */
  value?: Value | Value[]
  /** Of anyRow: what one row of the table must say, without groups. */
  rows?: Sentence
}

export type Mode = 'all' | 'any' | 'none'

export interface Sentence {
  mode: Mode
  parts: (Row | Sentence)[]
  /** Of all: written as one object of several questions, as people write schemas by hand. */
  joined?: boolean
}

export const isSentence = (part: Row | Sentence): part is Sentence => 'mode' in part

export const takesMany = (test: Test): boolean => test === 'isOneOf' || test === 'isNoneOf' || test === 'includesOneOf'
export const takesNothing = (test: Test): boolean => test === 'isFilled' || test === 'isEmpty' || test === 'anyRow'

const bounds = { atLeast: 'minimum', moreThan: 'exclusiveMinimum', atMost: 'maximum', lessThan: 'exclusiveMaximum' } as const
type Bound = keyof typeof bounds
const isBound = (test: Test): test is Bound => test in bounds

const keysOf = (condition: Condition): string => Object.keys(condition).sort().join(' ')

// Reading

type Tested = Omit<Row, 'path'>

const readNot = (denied: Condition): Tested | undefined => {
  switch (keysOf(denied)) {
    case 'const': return { test: 'isNot', value: denied.const }
    case 'enum': return { test: 'isNoneOf', value: [...denied.enum!] }
    case 'contains': return keysOf(denied.contains!) === 'const' ? { test: 'excludes', value: denied.contains!.const } : undefined
    default: return undefined
  }
}

const readContains = (item: Condition): Tested | undefined => {
  if (keysOf(item) === 'const') return { test: 'includes', value: item.const }
  if (keysOf(item) === 'enum') return { test: 'includesOneOf', value: [...item.enum!] }
  const part = readPart(item)
  const rows = part && (isSentence(part) ? part : { mode: 'all' as const, parts: [part] })
  return rows && !rows.parts.some(isSentence) ? { test: 'anyRow', rows } : undefined
}

/** What a condition says about one answer, without where it stands: each keyword is a row of its own. */
const readTests = (inner: Condition): Tested[] | undefined => {
  const tests = (Object.keys(inner) as (keyof Condition)[]).map((key): Tested | undefined => {
    if (key === 'const') return { test: 'is', value: inner.const }
    if (key === 'enum') return { test: 'isOneOf', value: [...inner.enum!] }
    if (key === 'not') return readNot(inner.not!)
    if (key === 'contains') return readContains(inner.contains!)
    const bound = (Object.keys(bounds) as Bound[]).find((test) => bounds[test] === key)
    return bound && { test: bound, value: inner[bounds[bound]] }
  })
  return tests.includes(undefined) ? undefined : (tests as Tested[])
}

const isAboutObject = (condition: Condition): boolean => Object.keys(condition).length > 0 && Object.keys(condition).every((key) => key === 'properties' || key === 'required')

/** Rows of one object, from its questions and those inside its groups; undefined when a question in it may stay unanswered. */
const readObject = ({ properties = {}, required = [] }: Condition, base: string): Row[] | undefined => {
  const rows = [...new Set([...Object.keys(properties), ...required])].map((name): Row[] | undefined => {
    const path = `${base}/${name}`
    const inner = properties[name]
    // Without `required` an unanswered question would satisfy the condition, which no row says.
    if (!required.includes(name)) return undefined
    if (!inner || Object.keys(inner).length === 0) return [{ path, test: 'isFilled' }]
    return isAboutObject(inner) ? readObject(inner, path) : readTests(inner)?.map((test) => ({ path, ...test }))
  })
  return rows.includes(undefined) ? undefined : rows.flatMap((each) => each!)
}

const readEmpty = (condition: Condition, base = ''): Row | undefined => {
  const [name, ...others] = condition.required ?? []
  if (name === undefined || others.length > 0) return undefined
  if (keysOf(condition) === 'required') return { path: `${base}/${name}`, test: 'isEmpty' }
  const inner = condition.properties?.[name]
  return keysOf(condition) === 'properties required' && inner && Object.keys(condition.properties!).length === 1 ? readEmpty(inner, `${base}/${name}`) : undefined
}

const readAll = (mode: Mode, conditions: readonly Condition[]): Sentence | undefined => {
  const parts = conditions.map(readPart)
  return parts.includes(undefined) ? undefined : { mode, parts: parts as (Row | Sentence)[] }
}

const readDenied = (denied: Condition): Row | Sentence | undefined =>
  readEmpty(denied) ?? (keysOf(denied) === 'anyOf' && denied.anyOf!.length > 1 ? readAll('none', denied.anyOf!) : readAll('none', [denied]))

/** Several keywords side by side mean that all of them hold. */
const keywordsApart = ({ properties, required, allOf = [], anyOf, not, ...unknown }: Condition): Condition[] | undefined =>
  Object.keys(unknown).length > 0 ? undefined : [...(properties || required ? [{ ...(properties && { properties }), ...(required && { required }) }] : []), ...allOf, ...(anyOf ? [{ anyOf }] : []), ...(not ? [{ not }] : [])]

const readPart = (condition: Condition): Row | Sentence | undefined => {
  if (isAboutObject(condition)) {
    const rows = readObject(condition, '')
    return rows?.length === 1 ? rows[0] : rows && { mode: 'all', joined: true, parts: rows }
  }
  switch (keysOf(condition)) {
    case 'allOf': return readAll('all', condition.allOf!)
    case 'anyOf': return readAll('any', condition.anyOf!)
    case 'not': return readDenied(condition.not!)
    default: {
      const apart = keywordsApart(condition)
      return apart?.length ? readAll('all', apart) : undefined
    }
  }
}

const depthOf = (part: Row | Sentence): number => (isSentence(part) ? 1 + Math.max(0, ...part.parts.map(depthOf)) : 0)

/** The sentence with the same meaning, which may be written differently; undefined when rows with one group inside cannot say it. */
export const rewordCondition = (condition: Condition): Sentence | undefined => {
  const part = Object.keys(condition).length === 0 ? { mode: 'all' as const, parts: [] } : readPart(condition)
  if (!part) return undefined
  const sentence: Sentence = isSentence(part) ? part : { mode: 'all', parts: [part] }
  return depthOf(sentence) <= 2 ? sentence : undefined
}

/** The order of `required` says nothing. */
const inOrder = (condition: Condition): unknown => JSON.parse(JSON.stringify(condition), (key, value: unknown) => (key === 'required' && Array.isArray(value) ? [...value].sort() : value))

export const isSameCondition = (a: Condition, b: Condition): boolean => canonicalJson(inOrder(a)) === canonicalJson(inOrder(b))

/** The sentence that a condition is, and that is written back as this very condition. */
export const readCondition = (condition: Condition): Sentence | undefined => {
  const sentence = rewordCondition(condition)
  return sentence && isSameCondition(writeCondition(sentence) ?? {}, condition) ? sentence : undefined
}

// Writing

const testOf = ({ test, value, rows }: Row): Condition | undefined => {
  if (test === 'anyRow') {
    const contains = rows && writeCondition(rows)
    return contains && { contains }
  }
  if (takesMany(test)) {
    if (!Array.isArray(value) || value.length === 0) return undefined
    return test === 'isOneOf' ? { enum: value } : test === 'isNoneOf' ? { not: { enum: value } } : { contains: { enum: value } }
  }
  if (value === undefined || Array.isArray(value)) return undefined
  if (test === 'is') return { const: value }
  if (test === 'isNot') return { not: { const: value } }
  if (test === 'includes') return { contains: { const: value } }
  if (test === 'excludes') return { not: { contains: { const: value } } }
  return isBound(test) && typeof value === 'number' ? { [bounds[test]]: value } : undefined
}

const at = (path: string, inner: Condition | undefined): Condition =>
  path.split('/').slice(1).reduceRight<Condition | undefined>((within, name) => ({ ...(within && { properties: { [name]: within } }), required: [name] }), inner)!

/** Undefined for a row that is not finished: no question or no value yet. */
export const writeRow = (row: Row): Condition | undefined => {
  if (row.path === '') return undefined
  if (row.test === 'isFilled') return at(row.path, undefined)
  if (row.test === 'isEmpty') return { not: at(row.path, undefined) }
  const test = testOf(row)
  return test && at(row.path, test)
}

/** One object of two; undefined where both say something of one answer by the same keyword. */
const merge = (a: Condition, b: Condition): Condition | undefined => {
  const merged: Condition = { ...a, ...b }
  for (const key of Object.keys(a).filter((each) => each in b) as (keyof Condition)[]) {
    if (key === 'required') merged.required = [...new Set([...a.required!, ...b.required!])]
    else if (key !== 'properties') return undefined
  }
  if (!a.properties || !b.properties) return merged
  merged.properties = { ...a.properties }
  for (const [name, inner] of Object.entries(b.properties)) {
    const both = Object.hasOwn(a.properties, name) ? merge(a.properties[name]!, inner) : inner
    if (!both) return undefined
    merged.properties[name] = both
  }
  return merged
}

const join = (written: readonly Condition[]): Condition | undefined =>
  written.every(isAboutObject) ? written.slice(1).reduce<Condition | undefined>((joined, next) => joined && merge(joined, next), written[0]) : undefined

/** Undefined when no row is finished. */
export const writeCondition = ({ mode, parts, joined }: Sentence): Condition | undefined => {
  const written = parts.map((part) => (isSentence(part) ? writeCondition(part) : writeRow(part))).filter((part) => part !== undefined)
  const [first] = written
  if (!first) return undefined
  if (mode === 'none') return { not: written.length === 1 ? first : { anyOf: written } }
  if (written.length === 1) return first
  return mode === 'any' ? { anyOf: written } : ((joined && join(written)) || { allOf: written })
}
