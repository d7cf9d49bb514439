// Where a document has a Vietnamese text that people read and no English beside it: pointers for the languages check.
import { isRecord, toPointer } from '../issues/json-pointer.ts'

/** Texts that are translated beside themselves; codes, numbers of decisions and law titles stay as they are. */
const translated = ['title', 'description', 'message', 'name'] as const
/** Parts of a document that only authors read, or that the law publishes in Vietnamese only. */
const untranslated = new Set(['scenarios', 'notes', 'legalBasis', '$defs', 'examples', 'x-i18n'])

export const missingEnglish = (value: unknown, pointer = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => missingEnglish(item, `${pointer}/${i}`))
  if (!isRecord(value)) return []
  const english = isRecord(value['x-i18n']) && isRecord(value['x-i18n']['en']) ? value['x-i18n']['en'] : {}
  const own = translated.filter((key) => typeof value[key] === 'string' && value[key].trim() !== '' && !english[key]).map((key) => pointer + toPointer([key]))
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => (untranslated.has(name) ? [] : missingEnglish(inner, pointer + toPointer([name]))))]
}
