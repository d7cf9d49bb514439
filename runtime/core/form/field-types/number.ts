// Answers that are counted, paid or dated. Money is whole đồng; dates are civil dates without a zone.
import type { FieldType } from './field-type.ts'

export const numberFields: FieldType[] = [
  { id: 'integer', group: 'number', create: () => ({ type: 'integer', 'x-field': 'integer' }) },
  { id: 'number', group: 'number', create: () => ({ type: 'number', 'x-field': 'number' }) },
  { id: 'money', group: 'number', create: () => ({ type: 'integer', minimum: 0, 'x-field': 'money', 'x-unit': 'đ' }) },
  { id: 'date', group: 'number', create: () => ({ type: 'string', format: 'date', 'x-field': 'date' }) },
]
