// Whether every value that one schema accepts is accepted by another, keyword by keyword. It errs on one side only: what it
// cannot prove is a doubt, with the place and the keyword. classify-schema.ts asks it in both directions.
import type { JsonSchema } from '../form/compiled-form.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { interpretSchema } from '../json-schema/interpret-schema.ts'
import { validatorRuntime } from '../json-schema/validator-runtime.ts'
import { boundOf, factsAt, factsOf, factsOfItems, has, isNever, isRequired, joined, listedIn, namesIn, once, typesOf, valuesOf, type Facts, type Schema } from './classify-facts.ts'

export interface Doubt {
  /** Path of what may be refused; /* stands for each row. */
  path: string
  keyword: string
}

interface Look {
  path: string
  keyword: string
  /** The statement that the keyword stands in, and the definitions that it refers to. */
  part: JsonSchema
  definitions: Facts['definitions']
}

type Keyword = (operand: never, facts: Facts, look: Look) => Doubt[]

const { equal } = validatorRuntime

/** Never change a verdict; formats do where a validator asserts them. */
const silent = new Set(['title', 'description', 'examples', 'default', 'readOnly', 'writeOnly', 'deprecated', '$comment', '$schema', '$defs', 'then', 'else'])
const isSilent = (keyword: string): boolean => keyword.startsWith('x-') || silent.has(keyword)

const typesJudged: Record<string, readonly string[]> = {
  ...Object.fromEntries(['minLength', 'maxLength', 'pattern', 'format'].map((word) => [word, ['string']])),
  ...Object.fromEntries(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].map((word) => [word, ['number', 'integer']])),
  ...Object.fromEntries(['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'].map((word) => [word, ['array']])),
  ...Object.fromEntries(['properties', 'required', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas'].map((word) => [word, ['object']])),
}

const proved = (isSo: boolean, { path, keyword }: Look): Doubt[] => (isSo ? [] : [{ path, keyword }])

/** An inclusive bound proves an exclusive one only when it lies beyond it. */
const isBeyond = (word: string, keyword: string, ahead: number): boolean => (keyword.startsWith('exclusive') && !word.startsWith('exclusive') ? ahead > 0 : ahead >= 0)
const atLeast = (words: readonly string[]): Keyword => (limit: number, facts, look) =>
  proved(words.some((word) => isBeyond(word, look.keyword, (boundOf(facts, word, Math.max) ?? (word.startsWith('minI') || word.startsWith('minL') ? 0 : -Infinity)) - limit)), look)
const atMost = (words: readonly string[]): Keyword => (limit: number, facts, look) =>
  proved(words.some((word) => isBeyond(word, look.keyword, limit - (boundOf(facts, word, Math.min) ?? Infinity))), look)

const isSaid: Keyword = (operand: unknown, { parts }, look) => proved(parts.some((part) => equal(part[look.keyword], operand)), look)

/** Options are told as the compiled validator tells them: as an `enum`. */
const listed: Keyword = (operand: unknown, facts, place) => {
  const look = place.keyword === 'oneOf' && listedIn({ oneOf: operand }) ? { ...place, keyword: 'enum', part: { enum: listedIn({ oneOf: operand }) } } : place
  const values = valuesOf(facts)
  if (!values) return proved(false, look)
  const accepts = interpretSchema({ [look.keyword]: look.part[look.keyword] })
  return proved(values.every((value) => accepts(value)), look)
}

const properties: Keyword = (named: { [name: string]: Schema }, facts, { path, definitions }) =>
  Object.entries(named).flatMap(([name, schema]) => doubtsOf(factsAt(facts, name), schema, definitions, `${path}/${name}`))

/** Of an object that is closed: every other name is certainly absent. */
const additional: Keyword = (rest: Schema, facts, look) => {
  if (rest !== false) return proved(rest === true, look)
  const named = isRecord(look.part['properties']) ? look.part['properties'] : {}
  const others = namesIn(facts).filter((name) => !has(named, name) && !isNever(factsAt(facts, name)))
  const isClosed = facts.parts.some((part) => part['additionalProperties'] === false)
  return [...others.map((name) => ({ path: `${look.path}/${name}`, keyword: 'properties' })), ...proved(isClosed, look)]
}

const items: Keyword = (item: Schema, facts, look) => {
  if (has(look.part, 'prefixItems')) return proved(false, look)
  return boundOf(facts, 'maxItems', Math.min) === 0 ? [] : doubtsOf(factsOfItems(facts), item, look.definitions, `${look.path}/*`)
}

const contains: Keyword = (item: Schema, facts, look) => {
  if (has(look.part, 'minContains') || has(look.part, 'maxContains')) return proved(false, look)
  const some = facts.parts.filter((part) => has(part, 'contains') && !has(part, 'minContains')).some((part) => isWithin(factsOf(part['contains'] as Schema, facts.definitions), item, look.definitions))
  return proved(some || ((boundOf(facts, 'minItems', Math.max) ?? 0) > 0 && isWithin(factsOfItems(facts), item, look.definitions)), look)
}

const ifPartsIn = once(({ parts }) => parts.filter((part) => has(part, 'if')))
const side = (part: JsonSchema, name: 'then' | 'else'): Schema => (part[name] as Schema | undefined) ?? true

const named = new WeakMap<JsonSchema, ReadonlySet<string>>()

/** Names that a consequence has a word on; undefined of one that refuses whatever is answered. */
const namedBy = (consequence: Schema): ReadonlySet<string> | undefined => {
  if (!isRecord(consequence)) return consequence === true ? new Set() : undefined
  const known = named.get(consequence) ?? new Set(factsOf(consequence).parts.flatMap((part) => [...Object.keys(part['properties'] ?? {}), ...((part['required'] as string[] | undefined) ?? [])]))
  named.set(consequence, known)
  return known
}

/** Conditional statements among the facts that may help to prove a consequence: they speak of the same names. */
const helping = (facts: Facts, wanted: Schema): readonly JsonSchema[] => {
  const names = namedBy(wanted)
  return names === undefined ? ifPartsIn(facts) : ifPartsIn(facts).filter((part) => [side(part, 'then'), side(part, 'else')].some((each) => { const said = namedBy(each); return !said || [...said].some((name) => names.has(name)) }))
}

/** What the conditional statements among the facts say besides, once this condition is known to hold. */
const whereHolds = (facts: Facts, condition: Schema, wanted: Schema): Facts => {
  const asked = factsOf(condition)
  const consequences = helping(facts, wanted).flatMap((part) => {
    const other = part['if'] as Schema
    if (isWithin(asked, other)) return [factsOf(side(part, 'then'), facts.definitions)]
    return isNever(joined(facts, asked, factsOf(other))) ? [factsOf(side(part, 'else'), facts.definitions)] : []
  })
  return joined(facts, asked, ...consequences)
}

/** The same once it is known not to hold: then nothing holds that implies it. */
const whereFails = (facts: Facts, condition: Schema, wanted: Schema): Facts =>
  joined(facts, ...helping(facts, wanted).filter((part) => isWithin(factsOf(part['if'] as Schema), condition)).map((part) => factsOf(side(part, 'else'), facts.definitions)))

const conditional: Keyword = (condition: Schema, facts, { path, part, definitions }) => {
  const [yes, no] = [side(part, 'then'), side(part, 'else')]
  // Other conditional statements are seldom needed: first without them.
  const isPlain = (wanted: Schema, ...known: Facts[]): boolean => wanted === true || isWithin(joined(facts, ...known), wanted, definitions)
  return [
    ...(isPlain(yes, factsOf(condition)) ? [] : doubtsOf(whereHolds(facts, condition, yes), yes, definitions, path)),
    ...(isPlain(no) || isWithin(facts, condition) ? [] : doubtsOf(whereFails(facts, condition, no), no, definitions, path)),
  ]
}

const isRefused = (facts: Facts, schema: Schema): boolean => isNever(joined(facts, factsOf(schema)))

const not: Keyword = (schema: Schema, facts, look) =>
  proved(isRefused(facts, schema) || facts.parts.some((part) => has(part, 'not') && isWithin(factsOf(schema), part['not'] as Schema)), look)

const anyOf: Keyword = (sides: readonly Schema[], facts, look) => {
  const fits = (each: Facts): boolean => sides.some((one) => isWithin(each, one, look.definitions))
  const known = facts.parts.flatMap((part) => (Array.isArray(part['anyOf']) ? [part['anyOf'] as Schema[]] : []))
  return proved(fits(facts) || known.some((each) => each.every((one) => fits(joined(facts, factsOf(one, facts.definitions))))), look)
}

const required: Keyword = (names: readonly string[], facts, { path }) => names.filter((name) => !isRequired(facts, name)).map((name) => ({ path: `${path}/${name}`, keyword: 'required' }))

const type: Keyword = (wanted: string | string[], facts, look) => {
  const names = [wanted].flat()
  return proved(typesOf(facts).every((each) => names.includes(each) || (each === 'integer' && names.includes('number'))), look)
}

const keywords: Record<string, Keyword> = {
  type, properties, required, items, contains, not, anyOf, if: conditional, additionalProperties: additional, const: listed, enum: listed, oneOf: listed,
  minimum: atLeast(['minimum', 'exclusiveMinimum']), exclusiveMinimum: atLeast(['minimum', 'exclusiveMinimum']),
  maximum: atMost(['maximum', 'exclusiveMaximum']), exclusiveMaximum: atMost(['maximum', 'exclusiveMaximum']),
  minLength: atLeast(['minLength']), maxLength: atMost(['maxLength']), minItems: atLeast(['minItems']), maxItems: atMost(['maxItems']),
  multipleOf: (step: number, facts, look) => proved(facts.parts.some(({ multipleOf }) => typeof multipleOf === 'number' && Number.isInteger(multipleOf / step)) || (step === 1 && !typesOf(facts).includes('number')), look),
  uniqueItems: (wanted: boolean, facts, look) => proved(!wanted || (boundOf(facts, 'maxItems', Math.min) ?? 2) < 2 || facts.parts.some((part) => part['uniqueItems'] === true), look),
}

/** Judged by the values one by one, where they are listed. */
const passesAll = (facts: Facts, keyword: string, operand: unknown): boolean => {
  const values = valuesOf(facts)
  if (!values || !['string', 'number', 'integer'].includes(typesJudged[keyword]?.[0] ?? '')) return false
  const accepts = interpretSchema({ [keyword]: operand })
  return values.every((value) => accepts(value))
}

const doubtsOfPart = (facts: Facts, part: JsonSchema, definitions: Facts['definitions'], path: string): Doubt[] =>
  Object.entries(part).flatMap(([keyword, operand]): Doubt[] => {
    if (isSilent(keyword)) return []
    const judged = typesJudged[keyword]
    if (judged && !typesOf(facts).some((each) => judged.includes(each))) return []
    const look = { path, keyword, part, definitions }
    const own = has(keywords, keyword) ? keywords[keyword]! : isSaid
    return passesAll(facts, keyword, operand) ? [] : own(operand as never, facts, look)
  })

const texts = new WeakMap<JsonSchema, string>()
const textOf = (part: JsonSchema): string => {
  const text = texts.get(part) ?? JSON.stringify(part)
  texts.set(part, text)
  return text
}
const textsIn = once(({ parts }) => new Set(parts.filter((part) => !isFrame(part)).map(textOf)))

const ofFrames = new Set(['type', 'properties', 'required', 'additionalProperties'])

/** What only holds questions is large, and soon proved question by question. */
const isFrame = (part: JsonSchema): boolean => has(part, 'properties') && Object.keys(part).every((keyword) => ofFrames.has(keyword) || isSilent(keyword))

/** Few are compared as they are; of many, as at the root of a form with its rules, the texts are looked up. */
const mostCompared = 8

/** What is said among the facts word for word needs no proof, unless it refers to definitions that may differ. */
const isAmong = (facts: Facts, part: JsonSchema, definitions: Facts['definitions']): boolean => {
  if (facts.parts.includes(part)) return facts.definitions === definitions || !refers(part)
  if (isFrame(part) || (facts.definitions !== definitions && refers(part))) return false
  return facts.parts.length <= mostCompared ? facts.parts.some((each) => equal(each, part)) : textsIn(facts).has(textOf(part))
}

const referring = new WeakMap<object, boolean>()
const refers = (schema: unknown): boolean => {
  if (typeof schema !== 'object' || schema === null) return false
  const known = referring.get(schema)
  if (known !== undefined) return known
  const found = has(schema, '$ref') || Object.values(schema).some(refers)
  referring.set(schema, found)
  return found
}

/** Where a value that the facts allow may be refused by a schema; none when it is certain that it never is. */
export const doubtsOf = (facts: Facts, schema: Schema, definitions: Facts['definitions'], path: string): Doubt[] => {
  const doubts = factsOf(schema, definitions).parts.flatMap((part) => (isAmong(facts, part, definitions) ? [] : doubtsOfPart(facts, part, definitions, path)))
  return doubts.length === 0 || isNever(facts) ? [] : doubts
}

/** Conditions refer to nothing, so they need no definitions. */
const isWithin = (facts: Facts, schema: Schema, definitions: Facts['definitions'] = facts.definitions): boolean => doubtsOf(facts, schema, definitions, '').length === 0
