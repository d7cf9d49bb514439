// Numbers on papers of people, vehicles and goods (domain.md §4). Each is a text with the shape that the paper gives it.
import { catalogueFieldPatterns as patterns, type FieldType } from './field-type.ts'

const paper = (id: keyof typeof patterns, maxLength: number, group: FieldType['group']): FieldType =>
  ({ id, group, create: () => ({ type: 'string', pattern: patterns[id], maxLength, 'x-field': id, ...(group === 'person' && { 'x-privacy': { class: 'basic' as const } }) }) })

export const paperFields: FieldType[] = [
  paper('passport', 12, 'person'),
  paper('personIdOrPassport', 12, 'person'),
  paper('oldPersonId', 9, 'person'),
  paper('drivingLicence', 12, 'person'),
  paper('vehiclePlate', 12, 'document'),
  paper('hsCode', 8, 'document'),
  paper('wasteCode', 8, 'document'),
]
