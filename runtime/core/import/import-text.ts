// What the text of a JSON file is: a form of another builder, or a JSON Schema; either becomes a form of ours with a report.
import { importForeign } from './foreign/import-foreign.ts'
import { importSchema, type Imported } from './import-schema.ts'
import { measureSchema, readSchemaText } from './schema-limits.ts'

export const importText = (text: string): Imported => {
  const read = readSchemaText(text.replace(/^\uFEFF/, ''))
  if (!('value' in read)) return { report: [read] }
  const tooMuch = measureSchema(read.value)
  return tooMuch ? { report: [tooMuch] } : importForeign(read.value) ?? importSchema(read.value)
}
