// The catalogue of field types: the registry, and nothing else. A note is no question: it is a section with a text.
import type { Question } from '#schemas/generated/types.ts'
import { choiceFields } from './field-types/choice.ts'
import { catalogueFieldPatterns, type FieldType } from './field-types/field-type.ts'
import { fileFields } from './field-types/file.ts'
import { identityFields } from './field-types/identity.ts'
import { numberFields } from './field-types/number.ts'
import { paperFields } from './field-types/papers.ts'
import { placeFields } from './field-types/place.ts'
import { structureFields } from './field-types/structure.ts'
import { textFields } from './field-types/text.ts'
import { formatPatterns } from './formats.ts'

export const fieldTypes: readonly FieldType[] = [...textFields, ...numberFields, ...choiceFields, ...identityFields, ...paperFields, ...placeFields, ...fileFields, ...structureFields]

const byId = new Map(fieldTypes.map((fieldType) => [fieldType.id, fieldType]))

/** The catalogue entry that made a question; undefined for one that was written by hand or imported. */
export const fieldTypeOf = (question: Question): FieldType | undefined => byId.get(question['x-field'] ?? '')

/** Patterns that are known to be linear in every engine. */
export const cataloguePatterns: ReadonlySet<string> = new Set([...Object.values(catalogueFieldPatterns), ...Object.values(formatPatterns)])
