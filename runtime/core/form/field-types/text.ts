// Answers in words: a line, a longer text, an e-mail address, a website.
import { catalogueFieldPatterns, type FieldType } from './field-type.ts'

export const textFields: FieldType[] = [
  { id: 'text', group: 'text', create: () => ({ type: 'string', maxLength: 255, 'x-field': 'text' }) },
  { id: 'longText', group: 'text', create: () => ({ type: 'string', maxLength: 2000, 'x-field': 'longText', 'x-widget': 'textarea' }) },
  { id: 'email', group: 'person', create: () => ({ type: 'string', format: 'email', maxLength: 254, 'x-field': 'email', 'x-autocomplete': 'email' }) },
  { id: 'website', group: 'text', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.website, maxLength: 500, 'x-field': 'website', 'x-autocomplete': 'url' }) },
]
