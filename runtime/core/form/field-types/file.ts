// Documents attached to a dossier: an answer is the ids of uploads, so a file is stored once and judged by the server.
import { catalogueFieldPatterns, type FieldType } from './field-type.ts'

export const fileFields: FieldType[] = [
  {
    id: 'file', group: 'document',
    create: () => ({ type: 'array', items: { type: 'string', pattern: catalogueFieldPatterns.uuid, maxLength: 36 }, maxItems: 1, uniqueItems: true, 'x-field': 'file', 'x-file': { accept: ['pdf', 'jpg', 'png'], maxBytes: 20971520 } }),
  },
]
