// Answers that are chosen: yes or no, one of several, several at once, a declaration that must be made. A new choice has no
// options yet, which lint-form.ts says until it has.
import type { FieldType } from './field-type.ts'

export const choiceFields: FieldType[] = [
  { id: 'yesNo', group: 'choice', create: () => ({ type: 'boolean', 'x-field': 'yesNo' }) },
  { id: 'choice', group: 'choice', create: () => ({ type: 'string', 'x-field': 'choice', 'x-widget': 'radio' }) },
  { id: 'choices', group: 'choice', create: () => ({ type: 'array', items: { type: 'string' }, uniqueItems: true, maxItems: 50, 'x-field': 'choices', 'x-widget': 'checkboxes' }) },
  { id: 'consent', group: 'choice', create: () => ({ type: 'boolean', const: true, 'x-field': 'consent' }) },
]
