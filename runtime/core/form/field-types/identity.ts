// Numbers that identify people and enterprises, and ways to reach them (domain.md §4). They are texts: leading zeros count.
import { catalogueFieldPatterns, type FieldType } from './field-type.ts'

export const identityFields: FieldType[] = [
  { id: 'personId', group: 'person', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.personId, maxLength: 12, 'x-field': 'personId', 'x-privacy': { class: 'basic' } }) },
  { id: 'taxCode', group: 'person', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.taxCode, maxLength: 14, 'x-field': 'taxCode' }) },
  { id: 'enterpriseCode', group: 'person', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.enterpriseCode, maxLength: 14, 'x-field': 'enterpriseCode' }) },
  { id: 'phone', group: 'person', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.phone, maxLength: 13, 'x-field': 'phone', 'x-autocomplete': 'tel' }) },
]
