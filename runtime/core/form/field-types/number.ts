// Answers that are counted, paid or dated. Money is whole đồng; dates are civil dates without a zone.
import { catalogueFieldPatterns, type FieldType } from './field-type.ts'

export const numberFields: FieldType[] = [
  { id: 'integer', group: 'number', create: () => ({ type: 'integer', 'x-field': 'integer' }) },
  { id: 'number', group: 'number', create: () => ({ type: 'number', 'x-field': 'number' }) },
  { id: 'money', group: 'number', create: () => ({ type: 'integer', minimum: 0, 'x-field': 'money', 'x-unit': 'đ' }) },
  { id: 'date', group: 'number', create: () => ({ type: 'string', format: 'date', 'x-field': 'date' }) },
  { id: 'percent', group: 'number', create: () => ({ type: 'number', minimum: 0, maximum: 100, 'x-field': 'percent', 'x-unit': '%' }) },
  { id: 'year', group: 'number', create: () => ({ type: 'integer', minimum: 1900, maximum: 2199, 'x-field': 'year' }) },
  { id: 'partialDate', group: 'number', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.partialDate, maxLength: 10, 'x-field': 'partialDate' }) },
  { id: 'time', group: 'number', create: () => ({ type: 'string', pattern: catalogueFieldPatterns.time, maxLength: 5, 'x-field': 'time' }) },
]
