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
  /** Vietnamese passports have a letter and seven digits; foreign ones letters and digits. */
  passport: '^[A-Z0-9]{6,12}$',
  personIdOrPassport: '^(?:[0-9]{12}|[A-Z][A-Z0-9]{5,11})$',
  /** The identity card of 9 digits: legacy, for what older papers say. */
  oldPersonId: '^[0-9]{9}$',
  drivingLicence: '^[0-9]{12}$',
  /** Cars 51F-123.45, motorcycles 59-X1 123.45, and the old plates of four digits; dots and hyphens may be left out. */
  vehiclePlate: '^[0-9]{2}(?:[A-Z]{1,2}-?|-[A-Z][0-9] ?)[0-9]{3}(?:\\.?[0-9]{2}|[0-9])$',
  hsCode: '^[0-9]{8}$',
  /** Code of hazardous waste: three pairs, 12 01 03. */
  wasteCode: '^[0-9]{2} [0-9]{2} [0-9]{2}$',
  website: '^https?://[^ ]{3,}$',
  time: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$',
  /** A year, a month of a year, or a day: older papers do not say more. */
  partialDate: '^(?:19|20|21)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$',
  uuid: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
} as const
