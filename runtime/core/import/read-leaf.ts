// Reads one part of a foreign schema as a question with one answer: its type, its options, its bounds. What a question cannot
// say goes to the remainder, which becomes an advanced rule or is refused.
import type { Option, Question } from '#schemas/generated/types.ts'
import { defaultBounds } from '../form/data-schema.ts'
import type { JsonSchema } from '../form/compiled-form.ts'
import { fieldTypes } from '../form/field-catalogue.ts'
import { formatPatterns } from '../form/formats.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { guessField } from './guess-field.ts'
import { say, type ImportDraft, type Spot } from './import-draft.ts'
import { keptAnnotations } from './kept-annotations.ts'
import { longestPattern, patternDoubt } from './pattern-doubt.ts'
import type { OpenPart } from './schema-source.ts'

export type Scalar = 'string' | 'number' | 'integer' | 'boolean'
type Kind = Scalar | 'object' | 'array'

const kinds = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array'])
const hints: readonly [string, Kind][] = [
  ['properties', 'object'], ['additionalProperties', 'object'], ['patternProperties', 'object'], ['items', 'array'], ['prefixItems', 'array'], ['contains', 'array'], ['minItems', 'array'], ['maxItems', 'array'],
  ['pattern', 'string'], ['format', 'string'], ['minLength', 'string'], ['maxLength', 'string'], ['multipleOf', 'number'], ['minimum', 'number'], ['maximum', 'number'], ['exclusiveMinimum', 'number'], ['exclusiveMaximum', 'number'],
]

const kindOfValue = (value: unknown): Kind | undefined => {
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as Kind
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return undefined
}

const sameKind = (values: readonly unknown[]): Kind | undefined => {
  const found = [...new Set(values.filter((value) => value !== null).map(kindOfValue))]
  return found.length === 1 ? found[0] : found.length === 2 && found.includes('integer') && found.includes('number') ? 'number' : undefined
}

const branchesOf = ({ schema }: OpenPart): unknown[] => [schema['oneOf'], schema['anyOf'], schema['allOf']].flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : []))

/** What kind of answer a part asks for; null where only nothing would do. */
export const kindOf = (draft: ImportDraft, part: OpenPart): Kind | null => {
  const { schema, pointer } = part
  const named = [schema['type'] ?? []].flat().map(String)
  const usable = named.filter((type) => kinds.has(type)) as Kind[]
  if (named.includes('null') && usable.length > 0) say(draft, 'converted', `${pointer}/type`, 'import.nullDropped')
  const whole = usable.includes('number') ? usable.filter((type) => type !== 'integer') : usable
  if (whole.length > 1) say(draft, 'converted', `${pointer}/type`, 'import.oneType', { type: whole[0]!, types: whole.join(', ') })
  if (whole.length > 0) return whole[0]!
  if (named.length > 0) {
    say(draft, 'refused', `${pointer}/type`, 'import.noType', { type: named.join(', ') })
    return null
  }
  const values = Object.hasOwn(schema, 'const') ? [schema['const']] : Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : undefined
  const guessed = values ? sameKind(values) : hints.find(([keyword]) => Object.hasOwn(schema, keyword))?.[1]
  if (guessed) return guessed
  const inside = branchesOf(part).filter(isRecord).map((each) => (Object.hasOwn(each, 'const') ? sameKind([each['const']]) : typeof each['type'] === 'string' && kinds.has(each['type']) ? (each['type'] as Kind) : isRecord(each['properties']) ? 'object' : undefined)).filter((kind) => kind !== undefined)
  if (inside.length > 0) return inside[0]!
  say(draft, 'converted', pointer, 'import.typeGuessed')
  return 'string'
}

const mostOptions = 5000

const optionOf = (value: string | number, told: JsonSchema, name: unknown): Option => {
  const { title, description, ...notes } = keptAnnotations(told)
  return {
    const: value, title: title ?? (typeof name === 'string' && name ? name.slice(0, 500) : String(value)), ...(description !== undefined && { description: description.slice(0, 1000) }),
    ...(typeof told['parent'] === 'string' || Number.isInteger(told['parent']) ? { parent: told['parent'] as string } : {}), ...(typeof told['validTo'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(told['validTo']) && { validTo: told['validTo'] }),
    ...(notes['x-i18n'] && { 'x-i18n': notes['x-i18n'] }),
  }
}

const isOptionValue = (value: unknown): value is string | number => (typeof value === 'string' && value.length <= 100) || Number.isSafeInteger(value)

export interface Options {
  options: Option[]
  /** The keyword that gave them. */
  keyword: string
}

/** The options of a part that lists its answers; undefined when it does not, or not in a way that people can choose from. */
export const optionsOf = ({ schema }: OpenPart): Options | undefined => {
  const values = Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]).filter((value) => value !== null) : undefined
  if (values) {
    const names = [schema['enumNames'], schema['x-enumNames'], schema['x-enum-varnames']].find(Array.isArray) as unknown[] | undefined
    return values.length > 0 && values.length <= mostOptions && values.every(isOptionValue) ? { keyword: 'enum', options: values.map((value, i) => optionOf(value, {}, names?.[i])) } : undefined
  }
  for (const keyword of ['oneOf', 'anyOf']) {
    const parts = Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]).filter((each) => !(isRecord(each) && (each['type'] === 'null' || each['const'] === null))) : []
    const consts = parts.filter((each): each is JsonSchema => isRecord(each) && isOptionValue(each['const']) && Object.keys(each).every((key) => !['properties', 'required', 'pattern', 'minimum'].includes(key)))
    if (consts.length > 0 && consts.length === parts.length && consts.length <= mostOptions) return { keyword, options: consts.map((each) => optionOf(each['const'] as string, each, undefined)) }
  }
  return isOptionValue(schema['const']) ? { keyword: 'const', options: [optionOf(schema['const'], {}, undefined)] } : undefined
}

const isCount = (value: unknown, low: number, high: number): value is number => Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high
const longest = 20_000

/** Keywords of a text that the question takes over; the rest stays with the remainder. */
const readText = (draft: ImportDraft, { schema, pointer }: OpenPart, taken: Set<string>): Partial<Question> => {
  const read: Partial<Question> = {}
  if (schema['format'] === 'date' || schema['format'] === 'email') read.format = schema['format']
  else if (schema['format'] !== undefined) say(draft, 'converted', `${pointer}/format`, 'import.formatDropped', { format: String(schema['format']) })
  if (isCount(schema['minLength'], 0, longest)) { read.minLength = schema['minLength']; taken.add('minLength') }
  if (isCount(schema['maxLength'], 1, longest)) read.maxLength = schema['maxLength']
  else if (schema['maxLength'] !== undefined) say(draft, 'converted', `${pointer}/maxLength`, 'import.bounded', { limit: longest })
  taken.add('maxLength')
  const pattern = schema['pattern']
  if (pattern === undefined) return read
  taken.add('pattern')
  const doubt = typeof pattern === 'string' ? patternDoubt(pattern) : 'wrong'
  if (doubt !== undefined) say(draft, 'refused', `${pointer}/pattern`, `import.pattern.${doubt}`, { limit: longestPattern })
  else if (!read.format || pattern !== formatPatterns[read.format]) read.pattern = pattern as string
  return read
}

const readNumber = ({ schema }: OpenPart, taken: Set<string>): Partial<Question> => {
  const read: Partial<Question> = {}
  for (const keyword of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const) {
    if (typeof schema[keyword] === 'number') { read[keyword] = schema[keyword]; taken.add(keyword) }
  }
  if (isCount(schema['multipleOf'], 1, Number.MAX_SAFE_INTEGER)) { read.multipleOf = schema['multipleOf']; taken.add('multipleOf') }
  return read
}

const kindsOfField: Record<string, readonly string[]> = { string: ['text', 'longText'], integer: ['integer', 'money'], number: ['number'] }

/** Only kinds that change no verdict are guessed: a telephone number without a pattern stays a text. */
const fieldOf = (question: Question, title: string): Partial<Question> => {
  const known = question['x-field']
  if (known !== undefined) return {}
  if (question.format) return { 'x-field': question.format, ...(question.format === 'email' && { 'x-autocomplete': 'email' }) }
  if (question.type === 'boolean') return { 'x-field': question.const === true ? 'consent' : 'yesNo' }
  if (question.oneOf) return { 'x-field': 'choice', 'x-widget': question.oneOf.length <= 7 ? 'radio' : question.oneOf.length <= 40 ? 'select' : 'autocomplete' }
  const made = fieldTypes.find((each) => question.pattern !== undefined && each.create().pattern === question.pattern)
  const guess = guessField(title)
  const autocomplete = guess.autocomplete && question['x-autocomplete'] === undefined && question.type === 'string' ? { 'x-autocomplete': guess.autocomplete } : {}
  if (made) return { 'x-field': made.id, ...autocomplete }
  const fitting = kindsOfField[question.type ?? ''] ?? []
  const isLong = question.type === 'string' && (question.maxLength ?? 0) > 400
  const field = isLong ? 'longText' : fitting.includes(guess.type) && (guess.type !== 'money' || (question.minimum ?? -1) >= 0) ? guess.type : fitting[0]
  return { ...(field && { 'x-field': field }), ...(field === 'longText' && { 'x-widget': 'textarea' as const }), ...(field === 'money' && { 'x-unit': 'đ' }), ...autocomplete }
}

const readDefault = (value: unknown, type: Scalar): Pick<Question, 'default'> => {
  const fits = type === 'string' ? typeof value === 'string' && value.length <= longest : type === 'boolean' ? typeof value === 'boolean' : typeof value === 'number' && (type === 'number' || Number.isInteger(value))
  return fits ? { default: value } : {}
}

const bound = (draft: ImportDraft, question: Question, pointer: string): Pick<Question, 'maxLength'> => {
  if (question.type !== 'string' || question.oneOf || question.maxLength !== undefined || question.format) return {}
  const limit = question['x-field'] === 'longText' ? 2000 : Math.max(defaultBounds.maxLength, question.minLength ?? 0)
  say(draft, 'converted', pointer, 'import.boundAdded', { limit })
  return { maxLength: limit }
}

const values: ReadonlySet<string> = new Set(['type', 'format', 'enumNames', 'title', 'description', 'default', 'examples', 'readOnly', 'writeOnly', 'deprecated', '$comment', '$id', 'id', '$anchor', '$schema', '$defs', 'definitions', 'contentEncoding', 'contentMediaType', 'nullable', '$vocabulary'])

/** What of a part the question does not say. */
export const leftOf = (schema: JsonSchema, taken: ReadonlySet<string>): string[] => Object.keys(schema).filter((keyword) => !taken.has(keyword) && !values.has(keyword) && !keyword.startsWith('x-'))

export const readLeaf = (draft: ImportDraft, part: OpenPart, spot: Spot, type: Scalar, title: string): Question => {
  const { schema, pointer } = part
  const taken = new Set<string>()
  const options = type === 'boolean' ? undefined : optionsOf(part)
  if (options) taken.add(options.keyword)
  const only = type !== 'boolean' ? undefined : typeof schema['const'] === 'boolean' ? schema['const'] : Array.isArray(schema['enum']) && schema['enum'].length === 1 && typeof schema['enum'][0] === 'boolean' ? schema['enum'][0] : undefined
  if (type === 'boolean') { taken.add('const'); taken.add('enum') }
  const notes = keptAnnotations(schema)
  const plain: Question = {
    ...(schema['type'] !== undefined || !options ? { type } : {}), title,
    ...(options && { oneOf: options.options }), ...(only !== undefined && { const: only }), ...readDefault(schema['default'], type),
    ...(type === 'string' ? readText(draft, part, taken) : type === 'boolean' ? {} : readNumber(part, taken)),
    ...(schema['readOnly'] === true && notes['x-compute'] !== undefined && { readOnly: true }), ...notes,
  }
  const question: Question = { ...plain, ...fieldOf(plain, title) }
  const keywords = leftOf(schema, taken)
  if (keywords.length > 0) draft.remainders.push({ part, keywords, spot })
  return { ...question, ...bound(draft, question, pointer) }
}
