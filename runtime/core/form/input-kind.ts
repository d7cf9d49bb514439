// Which kind of input asks a question: by the field type that made it, and by its standard keywords for a question that
// was written by hand or imported. Closed: a document can name no component.
import type { Question } from '#schemas/generated/types.ts'

export type InputKind =
  | 'text' | 'longText' | 'number' | 'money' | 'date' | 'yesNo' | 'consent' | 'radio' | 'select' | 'combobox' | 'choices'
  | 'file' | 'address' | 'identity' | 'repeat' | 'computed' | 'suggest'

/** More radio buttons than this are hard to take in; more options than the second are hard to find in a plain list. */
const fewOptions = 7
const listOptions = 40

const identities = new Set(['personId', 'taxCode', 'enterpriseCode', 'phone', 'email', 'passport', 'personIdOrPassport', 'oldPersonId', 'drivingLicence', 'vehiclePlate', 'hsCode', 'wasteCode', 'website', 'time'])
const chosenWidgets: Record<string, InputKind> = { radio: 'radio', select: 'select', autocomplete: 'combobox' }
/** From this length on an answer rarely fits one line. */
const oneLine = 400

const choiceKind = (question: Question): InputKind => {
  const count = (question.oneOf ?? question.enum ?? []).length
  const byCount = count <= fewOptions ? 'radio' : count <= listOptions ? 'select' : 'combobox'
  return chosenWidgets[question['x-widget'] ?? ''] ?? byCount
}

const textKind = (question: Question): InputKind => {
  if (question.format === 'date' || question['x-field'] === 'partialDate') return 'date'
  if (identities.has(question['x-field'] ?? '') || question.format === 'email') return 'identity'
  if (question['x-widget'] === 'textarea' || question['x-field'] === 'longText' || (question.maxLength ?? 0) > oneLine) return 'longText'
  return question['x-widget'] === 'autocomplete' || (question.examples ?? []).length > 1 ? 'suggest' : 'text'
}

const listKind = (question: Question): InputKind => (question['x-file'] ? 'file' : question.items?.type === 'object' ? 'repeat' : 'choices')

export const inputKindOf = (question: Question): InputKind => {
  if (question['x-compute'] !== undefined) return 'computed'
  if (question.type === 'array') return listKind(question)
  if (question.type === 'object') return 'address'
  if (question.type === 'boolean') return question.const === true ? 'consent' : 'yesNo'
  if (question.oneOf ?? question.enum ?? (question['x-field'] === 'choice' || undefined)) return choiceKind(question)
  if (question.type === 'number' || question.type === 'integer') return question['x-field'] === 'money' ? 'money' : 'number'
  return textKind(question)
}
