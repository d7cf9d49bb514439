// Whether a value that is known from elsewhere may stand as the answer to a question here: another form may ask the same
// thing with other options, another length, or an address with other parts.
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import { isDate } from '../formula/apply-function.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import { isRecord } from '../issues/json-pointer.ts'

type Definitions = FormSchema['$defs']

const options = (question: Question): unknown[] | undefined => question.oneOf?.map((option) => option.const) ?? question.enum

const fitText = (question: Question, value: unknown): unknown => {
  const listed = options(question)
  const isFine = typeof value === 'string' && value !== '' && (listed ? listed.includes(value) : value.length <= (question.maxLength ?? 255)) && (question.format !== 'date' || isDate(value))
  return isFine ? value : undefined
}

const fitNumber = (question: Question, value: unknown): unknown => (typeof value === 'number' && (question.type === 'number' || Number.isInteger(value)) && (options(question)?.includes(value) ?? true) ? value : undefined)

/** Parts that fit: an address of another form may know the province and not the commune. */
const fitParts = (question: Question, value: unknown, definitions: Definitions): unknown => {
  if (!isRecord(value)) return undefined
  const parts = Object.entries(question.properties ?? {}).flatMap(([name, part]) => {
    const fitted = fitAnswer(resolveQuestion(part, definitions), value[name], definitions)
    return fitted === undefined ? [] : [[name, fitted] as const]
  })
  return parts.length > 0 ? Object.fromEntries(parts) : undefined
}

const fitList = (question: Question, value: unknown, definitions: Definitions): unknown => {
  if (!Array.isArray(value) || value.length === 0 || value.length > (question.maxItems ?? 20)) return undefined
  const items = value.map((item: unknown) => fitAnswer(resolveQuestion(question.items ?? {}, definitions), item, definitions))
  return items.includes(undefined) ? undefined : items
}

/** The value as this question takes it; undefined when it does not. */
export const fitAnswer = (question: Question, value: unknown, definitions: Definitions): unknown => {
  switch (question.type) {
    case 'object': return fitParts(question, value, definitions)
    case 'array': return fitList(question, value, definitions)
    case 'boolean': return typeof value === 'boolean' && (question.const === undefined || question.const === value) ? value : undefined
    case 'number': case 'integer': return fitNumber(question, value)
    default: return fitText(question, value)
  }
}
