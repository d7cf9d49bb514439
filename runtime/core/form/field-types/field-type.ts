// What a field type of the catalogue is: how it is offered in the designer and which question it makes. A question says
// everything in standard keywords, so a document stays readable without this catalogue (contract.md "form.schema").
import type { Question } from '#schemas/generated/types.ts'

export type FieldGroup = 'text' | 'number' | 'choice' | 'person' | 'place' | 'document' | 'structure'

export interface FieldType {
  /** Value of x-field. */
  id: string
  group: FieldGroup
  /** A new question of this type, without title. */
  create(): Question
  /** Code lists that must stand under $defs of the form. */
  definitions?: string[]
}

/** Patterns of the catalogue: known to be linear, so the server may run them natively. */
export const catalogueFieldPatterns = {
  personId: '^[0-9]{12}$',
  enterpriseCode: '^[0-9]{10}(-[0-9]{3})?$',
  /** Since 1 July 2025 individuals and household businesses are taxed under their personal number. */
  taxCode: '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$',
  /** Mobile numbers, and landlines of 11 digits (domain.md §4); spaces are removed before. */
  phone: '^(?:(?:0|\\+84)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7}|02[0-9]{9})$',
  uuid: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
} as const
