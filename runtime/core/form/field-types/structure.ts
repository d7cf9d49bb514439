// Questions that hold others: a group, a table of rows, and an answer that is computed from others.
import type { FieldType } from './field-type.ts'

export const structureFields: FieldType[] = [
  { id: 'group', group: 'structure', create: () => ({ type: 'object', properties: {}, required: [], 'x-field': 'group' }) },
  { id: 'table', group: 'structure', create: () => ({ type: 'array', items: { type: 'object', properties: {}, required: [] }, maxItems: 20, 'x-field': 'table', 'x-widget': 'cards' }) },
  { id: 'computed', group: 'structure', create: () => ({ type: 'number', readOnly: true, 'x-compute': 0, 'x-field': 'computed' }) },
]
