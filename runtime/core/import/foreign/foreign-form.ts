// Forms of other builders (Form.io, SurveyJS, form-js) brought in by way of JSON Schema: each is read as a schema with pages and with
// lines about what it says that a schema cannot, and goes on through the same import and report as any schema.
import { isRecord } from '../../issues/json-pointer.ts'
import type { JsonSchema } from '../../form/compiled-form.ts'
import type { ReportLine } from '../import-report.ts'

export interface ForeignPage {
  title: string
  /** Names of properties, in the order in which they are asked. */
  names: string[]
}

export interface ForeignForm {
  schema: JsonSchema
  pages: ForeignPage[]
  lines: ReportLine[]
}

/** One question as another builder says it, with where that stands. */
export interface ForeignQuestion {
  name: string
  schema: JsonSchema
  required: boolean
  /** JSON Pointer into the source. */
  pointer: string
  /** Asked only then. */
  when?: JsonSchema
}

export const textOf = (value: unknown): string | undefined => {
  // SurveyJS writes a text as one per language; ours is Vietnamese.
  const words = isRecord(value) ? value['vi'] ?? value['default'] ?? Object.values(value)[0] : value
  return typeof words === 'string' && words.trim() !== '' ? words.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim() : undefined
}

export const recordsOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Words and bounds that all builders know; absent ones leave no trace. */
export const present = (schema: Record<string, unknown>): JsonSchema => Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined && value !== null && value !== ''))

export const countOf = (value: unknown): number | undefined => {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isFinite(count) ? count : undefined
}

/** A list of words and values as options. */
export const optionsOf = (values: unknown): JsonSchema[] => (Array.isArray(values) ? values : []).flatMap((each: unknown) => {
  if (!isRecord(each)) return typeof each === 'string' || typeof each === 'number' ? [{ const: each, title: String(each) }] : []
  const { value } = each
  return typeof value === 'string' || typeof value === 'number' ? [{ const: value, title: textOf(each['text'] ?? each['label']) ?? String(value) }] : []
})

export const choiceOf = (values: unknown): JsonSchema => {
  const options = optionsOf(values)
  return options.length === 0 ? { type: 'string' } : { type: options.every((option) => Number.isInteger(option['const'])) ? 'integer' : 'string', oneOf: options }
}

export const manyOf = (values: unknown): JsonSchema => ({ type: 'array', uniqueItems: true, items: choiceOf(values) })

export const fileOf = (several: boolean): JsonSchema => ({
  'type': 'array', 'maxItems': several ? 10 : 1, 'items': { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }, 'x-field': 'file', 'x-file': { accept: ['pdf', 'jpg', 'png'], maxBytes: 20_971_520 },
})

/** A condition on a question at the top of the same form. */
export const isAnswered = (name: string, test: JsonSchema): JsonSchema => ({ required: [name], properties: { [name]: test } })

/** Questions of one owner as an object, with conditions as `if … else absent`, which the import knows as rules. */
export const objectOf = (questions: readonly ForeignQuestion[]): JsonSchema => {
  const rules = questions.flatMap(({ name, required, when }) => (when ? [{ if: when, ...(required && { then: { required: [name] } }), else: { properties: { [name]: false } } }] : []))
  const required = questions.filter((each) => each.required && !each.when).map(({ name }) => name)
  return { type: 'object', properties: Object.fromEntries(questions.map(({ name, schema }) => [name, schema])), ...(required.length > 0 && { required }), ...(rules.length > 0 && { allOf: rules }) }
}
