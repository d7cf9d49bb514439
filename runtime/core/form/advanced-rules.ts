// Advanced rules: what an imported schema says beyond questions and rules, part of the published schema word for word. Only
// what every validator reads alike, ours included, may stand in one; the rest is refused with the place.
import type { AdvancedRule } from '#schemas/generated/types.ts'
import type { Issue } from '../issues/issue.ts'
import { isRecord, toPointer } from '../issues/json-pointer.ts'
import { titleWords } from '../issues/title-words.ts'
import type { JsonSchema } from './compiled-form.ts'

const single = new Set(['items', 'contains', 'additionalProperties', 'propertyNames', 'if', 'then', 'else', 'not'])
const listed = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const byName = new Set(['properties', 'dependentSchemas'])
const counts = new Set(['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'])
const numbers = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'])
export const silent: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default', 'readOnly', 'writeOnly', 'deprecated', 'format', '$comment', '$schema', 'contentEncoding', 'contentMediaType'])
const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])

export const mostAdvancedParts = 500
export const deepestAdvanced = 20
const mostValues = 1000

const isScalar = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const areNames = (value: unknown): boolean => Array.isArray(value) && value.length <= 500 && value.every((name) => typeof name === 'string') && new Set(value).size === value.length

const isPattern = (value: unknown): boolean => {
  if (typeof value !== 'string' || value.length > 500) return false
  try {
    return Boolean(new RegExp(value, 'u'))
  } catch {
    return false
  }
}

/** Keywords whose value is no schema: what the value must be. */
const isValue = (keyword: string, value: unknown): boolean | undefined => {
  if (counts.has(keyword)) return Number.isSafeInteger(value) && (value as number) >= 0
  if (numbers.has(keyword)) return typeof value === 'number' && Number.isFinite(value)
  switch (keyword) {
    case 'type': return [value].flat().length > 0 && [value].flat().every((each) => types.has(String(each))) && new Set([value].flat()).size === [value].flat().length
    case 'const': return isScalar(value)
    case 'enum': return Array.isArray(value) && value.length > 0 && value.length <= mostValues && value.every(isScalar) && new Set(value).size === value.length
    case 'pattern': return isPattern(value)
    case 'required': return areNames(value)
    case 'uniqueItems': return typeof value === 'boolean'
    // Fractions are computed differently by different validators.
    case 'multipleOf': return Number.isSafeInteger(value) && (value as number) > 0
    case 'dependentRequired': return isRecord(value) && Object.values(value).every(areNames)
    default: return silent.has(keyword) || keyword.startsWith('x-') ? true : undefined
  }
}

/** `then` without `if`, and the like: ignored by some validators, refused by others. */
const needs: Record<string, string> = { then: 'if', else: 'if', minContains: 'contains', maxContains: 'contains' }

interface Part { schema: unknown; pointer: string; depth: number }

const partsOf = ({ schema, pointer, depth }: Part): Part[] =>
  Object.entries(schema as JsonSchema).flatMap(([keyword, value]): Part[] => {
    const at = pointer + toPointer([keyword])
    if (single.has(keyword)) return [{ schema: value, pointer: at, depth: depth + 1 }]
    if (listed.has(keyword) && Array.isArray(value)) return value.map((each, i) => ({ schema: each as unknown, pointer: `${at}/${i}`, depth: depth + 1 }))
    return byName.has(keyword) && isRecord(value) ? Object.entries(value).map(([name, each]) => ({ schema: each, pointer: at + toPointer([name]), depth: depth + 1 })) : []
  })

const faultsOf = ({ schema, pointer }: Part): Issue[] => {
  if (typeof schema === 'boolean') return []
  if (!isRecord(schema)) return [{ pointer, code: 'lint.advancedKeyword', params: { keyword: pointer.split('/').at(-1) } }]
  return Object.entries(schema).flatMap(([keyword, value]): Issue[] => {
    const isSchema = single.has(keyword) || (listed.has(keyword) && Array.isArray(value) && value.length > 0) || (byName.has(keyword) && isRecord(value))
    const isFine = (isSchema || isValue(keyword, value) === true) && (needs[keyword] === undefined || needs[keyword] in schema)
    return isFine ? [] : [{ pointer: pointer + toPointer([keyword]), code: 'lint.advancedKeyword', params: { keyword } }]
  })
}

/** What may not stand in an advanced rule, with pointers into its schema. */
export const advancedFaults = (schema: JsonSchema): Issue[] => {
  const faults: Issue[] = []
  let waiting: Part[] = [{ schema, pointer: '', depth: 0 }]
  for (let parts = 0; waiting.length > 0; parts += 1) {
    const part = waiting[0]!
    if (parts >= mostAdvancedParts) return [{ pointer: part.pointer, code: 'lint.advancedLarge', params: { limit: mostAdvancedParts } }]
    if (part.depth > deepestAdvanced) return [{ pointer: part.pointer, code: 'lint.advancedDeep', params: { limit: deepestAdvanced } }]
    faults.push(...faultsOf(part))
    waiting = [...waiting.slice(1), ...(isRecord(part.schema) ? partsOf(part) : [])]
  }
  return faults
}

type Rename = (owner: string, name: string) => string

const renameKeys = (value: JsonSchema, location: string, rename: Rename, inner: (part: unknown, name: string) => unknown): JsonSchema =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [rename(location, name), inner(part, name)]))

/** The same schema with other names; `location` is the path of what the schema judges ('' for the answers). */
export const renameInSchema = (schema: unknown, location: string, rename: Rename): unknown => {
  if (!isRecord(schema)) return schema
  const names = (value: unknown): unknown => (Array.isArray(value) ? value.map((name) => (typeof name === 'string' ? rename(location, name) : name)) : value)
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === 'required') return [keyword, names(value)]
    if (keyword === 'dependentRequired' && isRecord(value)) return [keyword, renameKeys(value, location, rename, names)]
    if (keyword === 'dependentSchemas' && isRecord(value)) return [keyword, renameKeys(value, location, rename, (part) => renameInSchema(part, location, rename))]
    if (keyword === 'properties' && isRecord(value)) return [keyword, renameKeys(value, location, rename, (part, name) => renameInSchema(part, `${location}${toPointer([name])}`, rename))]
    if (keyword === 'items' || keyword === 'contains') return [keyword, renameInSchema(value, `${location}/*`, rename)]
    if (keyword === 'prefixItems' && Array.isArray(value)) return [keyword, value.map((part) => renameInSchema(part, `${location}/*`, rename))]
    if (listed.has(keyword) && Array.isArray(value)) return [keyword, value.map((part) => renameInSchema(part, location, rename))]
    return [keyword, single.has(keyword) && keyword !== 'additionalProperties' && keyword !== 'propertyNames' ? renameInSchema(value, location, rename) : value]
  }))
}

/** The paths of the questions that a schema names. */
export const pathsInSchema = (schema: unknown): string[] => {
  const paths = new Set<string>()
  renameInSchema(schema, '', (owner, name) => {
    paths.add(owner + toPointer([name]))
    return name
  })
  return [...paths]
}

/** With pointers into the form. */
export const lintAdvanced = (rules: readonly AdvancedRule[]): Issue[] =>
  rules.flatMap((rule, i) => advancedFaults(rule.schema).map((fault) => ({ ...fault, pointer: `/advanced/${i}/schema${fault.pointer}`, params: { ...fault.params, title: titleWords(rule, rule.id) } })))

/** Patterns of values in a schema, with their places: the server looks whether they are safe to run. */
export const patternsInSchema = (schema: unknown, pointer = ''): { pattern: string; pointer: string }[] => {
  if (!isRecord(schema)) return []
  const own = typeof schema['pattern'] === 'string' ? [{ pattern: schema['pattern'], pointer: `${pointer}/pattern` }] : []
  return [...own, ...partsOf({ schema, pointer, depth: 0 }).flatMap((part) => patternsInSchema(part.schema, part.pointer))]
}
