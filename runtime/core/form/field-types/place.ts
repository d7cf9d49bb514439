// Places: an address of two tiers (province, commune; no district since 1 July 2025) a country, and an agency of the administration.
import type { FieldType } from './field-type.ts'

export const placeFields: FieldType[] = [
  {
    id: 'address', group: 'place', definitions: ['provinces'],
    create: () => ({
      type: 'object', 'x-field': 'address', required: ['province', 'commune', 'detail'],
      properties: {
        province: { $ref: '#/$defs/provinces', title: 'Tỉnh, thành phố', 'x-i18n': { en: { title: 'Province or city' } } },
        commune: { type: 'string', maxLength: 100, title: 'Xã, phường, đặc khu', 'x-i18n': { en: { title: 'Commune, ward or special zone' } } },
        detail: { type: 'string', maxLength: 255, title: 'Số nhà, đường, thôn', 'x-i18n': { en: { title: 'House number, street, hamlet' } } },
      },
    }),
  },
  { id: 'agency', group: 'place', definitions: ['agencies'], create: () => ({ $ref: '#/$defs/agencies', 'x-field': 'agency', 'x-widget': 'autocomplete' }) },
  { id: 'country', group: 'place', definitions: ['countries'], create: () => ({ $ref: '#/$defs/countries', 'x-field': 'country', 'x-widget': 'autocomplete' }) },
]
