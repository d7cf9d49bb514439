// Judges by a plain JSON Schema without making code from text, for a draft while it is being written: at each edit, also
// without a connection. Same verdict and same faults as the compiled validator; a property test holds it to that.
import type { JsonSchema } from '../form/compiled-form.ts'
import { isRecord, toPointer } from '../issues/json-pointer.ts'
import { validatorRuntime, type CompiledValidator, type RawFault } from './validator-runtime.ts'

type Check = (value: unknown, at: string, faults: RawFault[]) => void
type Say = (faults: RawFault[], at: string, params?: Record<string, unknown>) => void

/** One keyword: what stands under it, the schema around it, where it stands. */
type Keyword = (operand: never, say: Say, context: { root: JsonSchema; owner: JsonSchema; place: string }) => Check

const { ucs2length, equal, regExp } = validatorRuntime

const holds = (check: Check, value: unknown): boolean => {
  const faults: RawFault[] = []
  check(value, '', faults)
  return faults.length === 0
}

const typeTests: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string', boolean: (value) => typeof value === 'boolean', number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => typeof value === 'number' && Number.isInteger(value), array: Array.isArray, object: isRecord, null: (value) => value === null,
}

const ofNumber = (isFine: (value: number, limit: number) => boolean): Keyword => (limit: number, say) => (value, at, faults) => { if (typeof value === 'number' && !isFine(value, limit)) say(faults, at, { limit }) }
const ofText = (isFine: (length: number, limit: number) => boolean): Keyword => (limit: number, say) => (value, at, faults) => { if (typeof value === 'string' && !isFine(ucs2length(value), limit)) say(faults, at, { limit }) }
const ofList = (isFine: (length: number, limit: number) => boolean): Keyword => (limit: number, say) => (value, at, faults) => { if (Array.isArray(value) && !isFine(value.length, limit)) say(faults, at, { limit }) }

const ofSize = (isFine: (size: number, limit: number) => boolean): Keyword => (limit: number, say) => (value, at, faults) => { if (isRecord(value) && !isFine(Object.keys(value).length, limit)) say(faults, at, { limit }) }

const oneOfThese = (options: readonly unknown[], say: Say): Check => {
  const set = new Set(options)
  return (value, at, faults) => { if (!set.has(value) && !options.some((option) => typeof option === 'object' && equal(option, value))) say(faults, at, { allowedValues: options }) }
}

/** A pattern that no engine reads is a design error of its own; nothing is judged by it. */
const pattern: Keyword = (text: string, say) => {
  let expression: { test(value: string): boolean }
  try {
    expression = regExp(text, 'u')
  } catch {
    return () => undefined
  }
  return (value, at, faults) => { if (typeof value === 'string' && !expression.test(value)) say(faults, at, { pattern: text }) }
}

const properties: Keyword = (parts: Record<string, JsonSchema | boolean>, _say, { root, place }) => {
  const checks = Object.entries(parts).map(([name, part]) => [name, build(part, root, place + toPointer(['properties', name]))] as const)
  return (value, at, faults) => {
    if (!isRecord(value)) return
    for (const [name, check] of checks) if (Object.hasOwn(value, name)) check(value[name], at + toPointer([name]), faults)
  }
}

const additional: Keyword = (rest: JsonSchema | boolean, say, { root, owner, place }) => {
  const known = new Set(Object.keys((owner['properties'] ?? {}) as object))
  const check = rest === false ? undefined : build(rest, root, `${place}/additionalProperties`)
  return (value, at, faults) => {
    if (!isRecord(value)) return
    for (const name of Object.keys(value)) {
      if (known.has(name)) continue
      if (check) check(value[name], at + toPointer([name]), faults)
      else say(faults, at, { additionalProperty: name })
    }
  }
}

const conditional: Keyword = (test: JsonSchema | boolean, say, { root, owner, place }) => {
  const asks = build(test, root, `${place}/if`)
  const side = (name: 'then' | 'else'): Check | undefined => (owner[name] === undefined ? undefined : build(owner[name] as JsonSchema, root, `${place}/${name}`))
  const [yes, no] = [side('then'), side('else')]
  return (value, at, faults) => {
    const before = faults.length
    const isYes = holds(asks, value)
    ;(isYes ? yes : no)?.(value, at, faults)
    if (faults.length > before) say(faults, at, { failingKeyword: isYes ? 'then' : 'else' })
  }
}

const contains: Keyword = (item: JsonSchema, say, { root, owner, place }) => {
  const check = build(item, root, `${place}/contains`)
  const [least, most] = [(owner['minContains'] ?? 1) as number, (owner['maxContains'] ?? Infinity) as number]
  return (value, at, faults) => {
    if (!Array.isArray(value)) return
    const count = value.filter((each) => holds(check, each)).length
    if (count < least || count > most) say(faults, at, { minContains: least })
  }
}

const each = (word: string, parts: readonly JsonSchema[], root: JsonSchema, place: string): Check[] => parts.map((part, i) => build(part, root, `${place}/${word}/${i}`))

const counted = (word: string, isFine: (count: number) => boolean): Keyword => (parts: JsonSchema[], say, { root, place }) => {
  const checks = each(word, parts, root, place)
  return (value, at, faults) => { if (!isFine(checks.filter((check) => holds(check, value)).length)) say(faults, at) }
}

const optionWords = new Set(['const', 'title', 'description', 'parent', 'validTo', 'x-i18n'])

const areOptions = (parts: readonly (JsonSchema | boolean)[]): boolean => parts.every((part) => isRecord(part) && Object.hasOwn(part, 'const') && Object.keys(part).every((word) => optionWords.has(word)))

const keywords: Record<string, Keyword> = {
  type: (types: string | string[], say) => { const wanted = [types].flat(); return (value, at, faults) => { if (!wanted.some((type) => typeTests[type]?.(value))) say(faults, at, { type: types }) } },
  const: (wanted: unknown, say) => (value, at, faults) => { if (!equal(value, wanted)) say(faults, at, { allowedValue: wanted }) },
  enum: (options: unknown[], say) => oneOfThese(options, say),
  minimum: ofNumber((value, limit) => value >= limit), maximum: ofNumber((value, limit) => value <= limit),
  exclusiveMinimum: ofNumber((value, limit) => value > limit), exclusiveMaximum: ofNumber((value, limit) => value < limit),
  multipleOf: (step: number, say) => (value, at, faults) => { if (typeof value === 'number' && !Number.isInteger(value / step)) say(faults, at, { multipleOf: step }) },
  minLength: ofText((length, limit) => length >= limit), maxLength: ofText((length, limit) => length <= limit), pattern,
  minItems: ofList((length, limit) => length >= limit), maxItems: ofList((length, limit) => length <= limit),
  uniqueItems: (wanted: boolean, say) => (value, at, faults) => { if (wanted && Array.isArray(value) && value.some((one, i) => value.slice(0, i).some((other) => equal(one, other)))) say(faults, at) },
  items: (item: JsonSchema, _say, { root, owner, place }) => {
    const check = build(item, root, `${place}/items`)
    const first = ((owner['prefixItems'] as unknown[] | undefined) ?? []).length
    return (value, at, faults) => { if (Array.isArray(value)) value.slice(first).forEach((one, i) => check(one, `${at}/${i + first}`, faults)) }
  },
  prefixItems: (parts: JsonSchema[], _say, { root, place }) => { const checks = each('prefixItems', parts, root, place); return (value, at, faults) => { if (Array.isArray(value)) checks.slice(0, value.length).forEach((check, i) => check(value[i], `${at}/${i}`, faults)) } },
  minProperties: ofSize((size, limit) => size >= limit), maxProperties: ofSize((size, limit) => size <= limit),
  propertyNames: (part: JsonSchema, say, { root, place }) => { const check = build(part, root, `${place}/propertyNames`); return (value, at, faults) => { if (isRecord(value)) for (const name of Object.keys(value)) if (!holds(check, name)) say(faults, at, { propertyName: name }) } },
  dependentRequired: (lists: Record<string, string[]>, say) => (value, at, faults) => { if (isRecord(value)) for (const [name, others] of Object.entries(lists)) if (Object.hasOwn(value, name) && others.some((other) => !Object.hasOwn(value, other))) say(faults, at, { property: name }) },
  dependentSchemas: (parts: Record<string, JsonSchema>, _say, { root, place }) => {
    const checks = Object.entries(parts).map(([name, part]) => [name, build(part, root, place + toPointer(['dependentSchemas', name]))] as const)
    return (value, at, faults) => { if (isRecord(value)) for (const [name, check] of checks) if (Object.hasOwn(value, name)) check(value, at, faults) }
  },
  required: (names: string[], say) => (value, at, faults) => { if (isRecord(value)) for (const name of names) if (!Object.hasOwn(value, name)) say(faults, at, { missingProperty: name }) },
  properties, additionalProperties: additional, if: conditional, contains,
  not: (part: JsonSchema, say, { root, place }) => { const check = build(part, root, `${place}/not`); return (value, at, faults) => { if (holds(check, value)) say(faults, at) } },
  allOf: (parts: JsonSchema[], _say, { root, place }) => { const checks = each('allOf', parts, root, place); return (value, at, faults) => checks.forEach((check) => check(value, at, faults)) },
  anyOf: counted('anyOf', (count) => count > 0),
  oneOf: (parts: JsonSchema[], say, context) => (areOptions(parts) ? oneOfThese(parts.map((part) => part['const']), (faults, at, params) => say(faults, at, params)) : (counted('oneOf', (count) => count === 1) as (operand: JsonSchema[], say: Say, context: unknown) => Check)(parts, say, context)),
  $ref: (reference: string, _say, { root }) => {
    const target = (root['$defs'] as Record<string, JsonSchema> | undefined)?.[reference.slice('#/$defs/'.length)]
    // Made when it is first asked: a definition may lead back to itself.
    let check: Check | undefined
    return (value, at, faults) => { if (target) (check ??= build(target, root, reference))(value, at, faults) }
  },
}

/** Faults of options are told as the compiled validator tells them: as those of an `enum`. */
const called = (word: string, operand: unknown): string => (word === 'oneOf' && areOptions(operand as JsonSchema[]) ? 'enum' : word)

const build = (schema: JsonSchema | boolean, root: JsonSchema, place: string): Check => {
  if (schema === true) return () => undefined
  const sayer = (word: string): Say => (faults, at, params = {}) => { faults.push({ instancePath: at, schemaPath: `${place}/${word}`, keyword: word, params }) }
  if (schema === false) return (_value, at, faults) => sayer('false schema')(faults, at)
  const checks = Object.entries(schema).flatMap(([word, operand]): Check[] => {
    const keyword = Object.hasOwn(keywords, word) ? keywords[word] : undefined
    return keyword ? [keyword(operand as never, sayer(called(word, operand)), { root, owner: schema, place })] : []
  })
  return (value, at, faults) => { for (const check of checks) check(value, at, faults) }
}

export const interpretSchema = (schema: JsonSchema): CompiledValidator => {
  const check = build(schema, schema, '#')
  const validate: CompiledValidator = (value) => {
    const faults: RawFault[] = []
    check(value, '', faults)
    validate.errors = faults.length > 0 ? faults : null
    return faults.length === 0
  }
  return validate
}
