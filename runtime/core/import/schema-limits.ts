// Looks at what somebody brought before anything is read from it: how long, how deep, how many parts. Beyond a limit nothing
// is imported, and the limit is said with the place.
import { toPointer } from '../issues/json-pointer.ts'
import type { ReportLine } from './import-report.ts'

export const schemaLimits = {
  /** Characters of the text. A form of 1 000 questions has 400 000. */
  characters: 1_000_000,
  depth: 64,
  /** Values of any kind. */
  parts: 200_000,
  questions: 1000,
  /** Groups in groups; the same for every document (validators/document-limits). */
  nesting: 8,
  /** Parts read, references followed: what refers to itself a thousand ways ends here. */
  steps: 20_000,
} as const

const refused = (pointer: string, code: string, params: Record<string, unknown> = {}): ReportLine => ({ pointer, fate: 'refused', code, params })

/** Undefined when it may be read. */
export const measureSchema = (value: unknown): ReportLine | undefined => {
  const waiting: { value: unknown; segments: readonly string[] }[] = [{ value, segments: [] }]
  for (let parts = 0; waiting.length > 0; parts += 1) {
    const { value: here, segments } = waiting.pop()!
    if (segments.length > schemaLimits.depth) return refused(toPointer(segments), 'import.tooDeep', { limit: schemaLimits.depth })
    if (parts > schemaLimits.parts) return refused(toPointer(segments), 'import.tooManyParts', { limit: schemaLimits.parts })
    if (typeof here !== 'object' || here === null) continue
    for (const [name, inner] of Object.entries(here)) waiting.push({ value: inner, segments: [...segments, name] })
  }
  return undefined
}

/** The text as JSON, or why it is none. */
export const readSchemaText = (text: string): { value: unknown } | ReportLine => {
  if (text.length > schemaLimits.characters) return refused('', 'import.tooLong', { limit: schemaLimits.characters })
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return refused('', 'import.notJson')
  }
}
