// Answers that are chosen: yes or no, one of several, several at once, a declaration that must be made.
import type { FieldType } from './field-type.ts'

export const choiceFields: FieldType[] = [
  { id: 'yesNo', group: 'choice', create: () => ({ type: 'boolean', 'x-field': 'yesNo' }) },
  { id: 'choice', group: 'choice', create: () => ({ type: 'string', oneOf: [], 'x-field': 'choice', 'x-widget': 'radio' }) },
  { id: 'choices', group: 'choice', create: () => ({ type: 'array', items: { type: 'string', oneOf: [] }, uniqueItems: true, maxItems: 50, 'x-field': 'choices', 'x-widget': 'checkboxes' }) },
  { id: 'consent', group: 'choice', create: () => ({ type: 'boolean', const: true, 'x-field': 'consent' }) },
]
