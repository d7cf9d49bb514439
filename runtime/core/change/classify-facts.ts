// What is known of every value that a schema accepts: its statements side by side, with what $ref and allOf say. The
// comparison of two schemas (classify-inclusion.ts) asks here and takes only what is certain.
import type { JsonSchema } from '../form/compiled-form.ts'
import { isRecord } from '../issues/json-pointer.ts'

export type Schema = JsonSchema | boolean
type Definitions = { [name: string]: Schema }

/** Statements that all hold, and the definitions that they refer to. */
export interface Facts {
  parts: readonly JsonSchema[]
  definitions: Definitions
}

/** Accepts nothing. */
const nothing: JsonSchema = { enum: [] }

/** A definition that leads back to itself says nothing new from here on. */
const deepest = 20

const flat = (schema: unknown, definitions: Definitions, depth: number): JsonSchema[] => {
  if (schema === false) return [nothing]
  if (!isRecord(schema) || depth > deepest) return []
  const { allOf, $ref, $defs, ...own } = schema
  const target = typeof $ref === 'string' ? definitions[$ref.slice('#/$defs/'.length)] : undefined
  return [
    // The very object where there is nothing to take out: what is the same is then seen at a glance.
    allOf === undefined && $ref === undefined && $defs === undefined ? schema : own,
    ...(target === undefined ? [] : flat(target, definitions, depth + 1)),
    ...(Array.isArray(allOf) ? allOf.flatMap((part) => flat(part, definitions, depth + 1)) : []),
  ]
}

const flattened = new WeakMap<Definitions, WeakMap<object, Facts>>()
const noDefinitions: Definitions = {}

/** The same statements are looked at from many sides: taken apart once. */
export const factsOf = (schema: unknown, definitions: Definitions = noDefinitions): Facts => {
  if (!isRecord(schema)) return { parts: schema === false ? [nothing] : [], definitions }
  const known = flattened.get(definitions) ?? new WeakMap<object, Facts>()
  flattened.set(definitions, known)
  const facts = known.get(schema) ?? { parts: flat(schema, definitions, 0), definitions }
  known.set(schema, facts)
  return facts
}

const gathered = (schemas: readonly unknown[], definitions: Definitions): Facts =>
  (schemas.length === 1 ? factsOf(schemas[0], definitions) : { definitions, parts: schemas.flatMap((schema) => factsOf(schema, definitions).parts) })

export const joined = (facts: Facts, ...more: readonly Facts[]): Facts => ({ ...facts, parts: [...facts.parts, ...more.flatMap(({ parts }) => parts)] })

export const has = (part: object, name: string): boolean => Object.hasOwn(part, name)

/** Worked out once for the same facts. */
export const once = <T>(work: (facts: Facts) => T): ((facts: Facts) => T) => {
  const known = new WeakMap<Facts, { found: T }>()
  return (facts) => {
    const before = known.get(facts) ?? { found: work(facts) }
    known.set(facts, before)
    return before.found
  }
}

type Named = { [name: string]: Schema }

/** Few of the statements about all answers speak of names; most are rules. */
const naming = once(({ parts }) => ({ parts: parts.filter((part) => has(part, 'properties') || has(part, 'additionalProperties')), known: new Map<string, Facts>() }))

/** What is known of the answer under a name. */
export const factsAt = (facts: Facts, name: string): Facts => {
  const { parts, known } = naming(facts)
  const before = known.get(name)
  if (before) return before
  const at = gathered(parts.flatMap((part) => (part['properties'] as Named | undefined)?.[name] ?? part['additionalProperties'] ?? []), facts.definitions)
  known.set(name, at)
  return at
}

export const factsOfItems = once<Facts>(({ parts, definitions }) => gathered(parts.flatMap((part) => (has(part, 'prefixItems') ? [] : part['items'] ?? [])), definitions))

/** Every name that some statement has a word on. */
export const namesIn = ({ parts }: Facts): string[] => [...new Set(parts.flatMap((part) => Object.keys(part['properties'] ?? {})))]

const areOptions = (list: unknown): list is { const: unknown }[] => Array.isArray(list) && list.every((each) => isRecord(each) && has(each, 'const'))

/** The values that one statement lists, whichever way it says so. */
export const listedIn = (part: JsonSchema): readonly unknown[] | undefined => {
  if (has(part, 'const')) return [part['const']]
  if (Array.isArray(part['enum'])) return part['enum']
  return areOptions(part['oneOf']) ? part['oneOf'].map((option) => option.const) : undefined
}

/** All values that are possible; undefined where they are not listed. Scalars compare by value; a list or an object among options is never taken for the same. */
export const valuesOf = once((facts) => facts.parts.reduce<readonly unknown[] | undefined>((left, part) => {
  const listed = listedIn(part)
  if (!listed || !left) return listed ?? left
  const these = new Set(listed)
  return left.filter((value) => these.has(value))
}, undefined))

const allTypes = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']

/** Types that a value may have; every whole number is a number too. */
export const typesOf = once(({ parts }) => parts.filter((part) => has(part, 'type')).reduce<readonly string[]>((left, part) => {
  const said = [part['type']].flat() as string[]
  return left.filter((type) => said.includes(type) || (type === 'integer' && said.includes('number')))
}, allTypes))

export const isObject = (facts: Facts): boolean => typesOf(facts).every((type) => type === 'object')
export const isRequired = ({ parts }: Facts, name: string): boolean => parts.some((part) => Array.isArray(part['required']) && part['required'].includes(name))
const requiredIn = ({ parts }: Facts): string[] => [...new Set(parts.flatMap((part) => (Array.isArray(part['required']) ? (part['required'] as string[]) : [])))]

/** Whether certainly no value is accepted. */
export const isNever = (facts: Facts): boolean => {
  if (valuesOf(facts)?.length === 0 || typesOf(facts).length === 0) return true
  return isObject(facts) && requiredIn(facts).some((name) => isNever(factsAt(facts, name)))
}

/** The tightest bound that the statements give under a keyword. */
export const boundOf = ({ parts }: Facts, keyword: string, tightest: (...bounds: number[]) => number): number | undefined => {
  const bounds = parts.flatMap((part) => (typeof part[keyword] === 'number' ? [part[keyword]] : []))
  return bounds.length > 0 ? tightest(...bounds) : undefined
}
