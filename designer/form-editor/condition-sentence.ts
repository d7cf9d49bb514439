// Conditions as sentences: reads a condition of contract.md into rows "question, test, value" joined by all or any, and
// writes rows back. What cannot be said so is left alone: the editor then shows it locked.
import type { Condition } from '#schemas/generated/types.ts'

export type Value = string | number | boolean
export type Test = 'is' | 'isNot' | 'isOneOf' | 'includes' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'isFilled' | 'isEmpty' | 'anyRow'

export interface Row {
  /** From where the condition stands: /coSo/loai; in a row of a table the column, /soLuong. */
  path: string
  test: Test
  /** Absent while the author has not chosen one yet, and for tests that need none. */
  value?: Value | Value[]
  /** Of anyRow: what one row of the table must say. */
  row?: Row
}

export interface Sentence {
  mode: 'all' | 'any'
  parts: (Row | Sentence)[]
}

export const isSentence = (part: Row | Sentence): part is Sentence => 'mode' in part

const bounds = { atLeast: 'minimum', moreThan: 'exclusiveMinimum', atMost: 'maximum', lessThan: 'exclusiveMaximum' } as const
type Bound = keyof typeof bounds
const isBound = (test: Test): test is Bound => test in bounds

const keysOf = (condition: Condition): string => Object.keys(condition).sort().join(' ')

// Reading

/** What a condition says about one answer, without where it stands. */
const readTest = (inner: Condition): Omit<Row, 'path'> | undefined => {
  switch (keysOf(inner)) {
    case 'const': return { test: 'is', value: inner.const }
    case 'enum': return { test: 'isOneOf', value: [...inner.enum!] }
    case 'not': return keysOf(inner.not!) === 'const' ? { test: 'isNot', value: inner.not!.const } : undefined
    case 'contains': return readContains(inner.contains!)
  }
  const bound = (Object.keys(bounds) as Bound[]).find((test) => keysOf(inner) === bounds[test])
  return bound && { test: bound, value: inner[bounds[bound]] }
}

const readContains = (item: Condition): Omit<Row, 'path'> | undefined => {
  if (keysOf(item) === 'const') return { test: 'includes', value: item.const }
  const rows = readRows(item, '')
  const row = rows?.[0]
  return rows?.length === 1 && row && !isSentence(row) ? { test: 'anyRow', row } : undefined
}

/** Rows of one name of an object: its own test, or those of the questions inside it. */
const readProperty = (name: string, inner: Condition | undefined, base: string, required: boolean): Row[] | undefined => {
  const path = `${base}/${name}`
  // Without `required` an unanswered question would satisfy the condition, which no sentence says.
  if (!required) return undefined
  if (!inner) return [{ path, test: 'isFilled' }]
  const test = readTest(inner)
  if (test) return [{ path, ...test }]
  const nested = inner.properties || inner.required ? readRows(inner, path) : undefined
  return nested?.every((row) => !isSentence(row)) ? (nested as Row[]) : undefined
}

const readEmpty = (condition: Condition, base: string): Row[] | undefined => {
  const [name, ...others] = condition.required ?? []
  if (name === undefined || others.length > 0) return undefined
  if (keysOf(condition) === 'required') return [{ path: `${base}/${name}`, test: 'isEmpty' }]
  const inner = condition.properties?.[name]
  return keysOf(condition) === 'properties required' && inner && Object.keys(condition.properties!).length === 1 ? readEmpty(inner, `${base}/${name}`) : undefined
}

const readRows = (condition: Condition, base: string): (Row | Sentence)[] | undefined => {
  const { properties = {}, required = [], not, allOf, anyOf, ...unknown } = condition
  if (Object.keys(unknown).length > 0) return undefined
  const names = [...new Set([...Object.keys(properties), ...required])]
  const found = [
    ...names.map((name) => readProperty(name, properties[name], base, required.includes(name))),
    ...(not ? [readEmpty(not, base)] : []),
    ...(allOf ?? []).map((part) => readRows(part, base)),
    ...(anyOf ? [base === '' ? readAny(anyOf) : undefined] : []),
  ]
  return found.some((rows) => rows === undefined) ? undefined : found.flatMap((rows) => rows!)
}

const simplify = (parts: (Row | Sentence)[]): Row | Sentence | undefined => (parts.length === 1 ? parts[0] : parts.length === 0 ? undefined : { mode: 'all', parts })

const readAny = (parts: readonly Condition[]): [Sentence] | undefined => {
  const read = parts.map((part) => readRows(part, ''))
  if (read.some((rows) => rows === undefined)) return undefined
  const sides = read.map((rows) => simplify(rows!))
  return sides.some((side) => side === undefined) ? undefined : [{ mode: 'any', parts: sides as (Row | Sentence)[] }]
}

const depthOf = (part: Row | Sentence): number => (isSentence(part) ? 1 + Math.max(0, ...part.parts.map(depthOf)) : 0)

/** Undefined when the condition says more than rows with one group inside can say. */
export const readCondition = (condition: Condition): Sentence | undefined => {
  const parts = readRows(condition, '')
  if (!parts) return undefined
  const only = parts[0]
  const sentence: Sentence = parts.length === 1 && only && isSentence(only) ? only : { mode: 'all', parts }
  return depthOf(sentence) <= 2 ? sentence : undefined
}

// Writing

const testOf = (row: Row): Condition | undefined => {
  const { test, value } = row
  if (test === 'anyRow') return row.row && writeRow(row.row) && { contains: writeRow(row.row) }
  if (test === 'isOneOf') return Array.isArray(value) && value.length > 0 ? { enum: value } : undefined
  if (value === undefined || Array.isArray(value)) return undefined
  if (test === 'is') return { const: value }
  if (test === 'isNot') return { not: { const: value } }
  if (test === 'includes') return { contains: { const: value } }
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

/** Undefined when no row is finished. */
export const writeCondition = ({ mode, parts }: Sentence): Condition | undefined => {
  const written = parts.map((part) => (isSentence(part) ? writeCondition(part) : writeRow(part))).filter((part) => part !== undefined)
  if (written.length <= 1) return written[0]
  return mode === 'all' ? { allOf: written } : { anyOf: written }
}
