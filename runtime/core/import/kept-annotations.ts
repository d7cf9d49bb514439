// Annotations of our own vocabulary on an imported question: kept when they have our shape, so that a published schema of
// ours comes back as the form that it was. Others are kept as they are; they say nothing to us.
import type { Question } from '#schemas/generated/types.ts'
import attributes from '#schemas/profile/attribute.schema.json' with { type: 'json' }
import { fieldTypes } from '../form/field-catalogue.ts'
import type { JsonSchema } from '../form/compiled-form.ts'
import { questionKeywords } from '../form/keywords.ts'
import { isRecord } from '../issues/json-pointer.ts'

const isText = (most: number) => (value: unknown): boolean => typeof value === 'string' && value.length <= most
const areTexts = (value: unknown, most: number): boolean => isRecord(value) && Object.keys(value).length <= 20 && Object.values(value).every(isText(most))
const oneOf = (...values: readonly string[]) => (value: unknown): boolean => values.includes(String(value))
const hasOnly = (value: JsonSchema, ...names: readonly string[]): boolean => Object.keys(value).every((name) => names.includes(name))

const isFormula = (value: unknown): boolean => {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  if (!isRecord(value) || Object.keys(value).length !== 1) return false
  const operands = Object.values(value)[0]
  return Array.isArray(operands) ? operands.length <= 50 && operands.every(isFormula) : isFormula(operands)
}

const isFileRule = (value: unknown): boolean =>
  isRecord(value) && hasOnly(value, 'accept', 'maxBytes', 'component', 'originals', 'copies', 'certification', 'template') &&
  Array.isArray(value['accept']) && value['accept'].length > 0 && value['accept'].every(oneOf('pdf', 'jpg', 'png', 'docx', 'xlsx')) &&
  Number.isSafeInteger(value['maxBytes']) && (value['maxBytes'] as number) > 0 && (value['maxBytes'] as number) <= 31_457_280

const isTranslations = (value: unknown): boolean =>
  isRecord(value) && hasOnly(value, 'en', 'stale') && (value['en'] === undefined || areTexts(value['en'], 20_000)) &&
  (value['stale'] === undefined || (isRecord(value['stale']) && hasOnly(value['stale'], 'en') && Array.isArray(value['stale']['en']) && value['stale']['en'].length <= 20 && value['stale']['en'].every(isText(64))))

const fits: Record<string, (value: unknown) => boolean> = {
  'x-field': (value) => fieldTypes.some(({ id }) => id === value),
  'x-widget': oneOf('radio', 'select', 'autocomplete', 'checkboxes', 'table', 'cards', 'textarea'),
  'x-i18n': isTranslations,
  'x-messages': (value) => areTexts(value, 500),
  'x-compute': isFormula,
  'x-prefill': (value) => isRecord(value) && hasOnly(value, 'from', 'key', 'formula', 'editable') && oneOf('profile', 'registry', 'earlierDossier', 'formula')(value['from']) && (value['key'] === undefined || oneOf(...attributes.enum)(value['key'])) && isFormula(value['formula'] ?? 0) && typeof (value['editable'] ?? true) === 'boolean',
  'x-privacy': (value) => isRecord(value) && hasOnly(value, 'class', 'purpose', 'keepMonths') && oneOf('basic', 'sensitive')(value['class']) && isText(500)(value['purpose'] ?? '') && Number.isSafeInteger(value['keepMonths'] ?? 0) && Number(value['keepMonths'] ?? 0) >= 0 && Number(value['keepMonths'] ?? 0) <= 1200,
  'x-unit': isText(50), 'x-autocomplete': isText(50), 'x-itemTitle': isText(255), 'x-addLabel': isText(255), 'x-codeList': isText(100),
  'x-codeListFrom': (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  'x-uniqueBy': (value) => Array.isArray(value) && value.length <= 10 && value.every(isText(64)),
  'x-file': isFileRule,
}

/** A foreign annotation of this size is an essay, not a note. */
const longestNote = 1000
const mostNotes = 20

export const keptAnnotations = (schema: JsonSchema): Partial<Question> => {
  const notes = Object.entries(schema).filter(([keyword]) => keyword.startsWith('x-') && keyword.length <= 64)
  const ours = notes.filter(([keyword, value]) => questionKeywords.has(keyword) && fits[keyword]?.(value))
  const theirs = notes.filter(([keyword, value]) => !questionKeywords.has(keyword) && JSON.stringify(value).length <= longestNote).slice(0, mostNotes)
  const { title, description, examples } = schema
  return {
    ...(typeof title === 'string' && title.trim() !== '' && { title: title.normalize('NFC').slice(0, 500) }),
    ...(typeof description === 'string' && description.trim() !== '' && { description: description.normalize('NFC').slice(0, 2000) }),
    ...(Array.isArray(examples) && { examples: examples.slice(0, 500) as unknown[] }),
    ...Object.fromEntries([...ours, ...theirs]),
  }
}
