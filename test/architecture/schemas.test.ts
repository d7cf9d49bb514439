// Every shape is written once: the types follow from the schema files and may not lag behind.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { generatedTypesFile, generateTypes, schemaFiles } from '#schemas/generate.ts'
import { readSource } from './source-files.ts'

const read = (file: string): Record<string, unknown> => JSON.parse(readSource(`schemas/${file}`)) as Record<string, unknown>

describe('schema files', () => {
  it('have the types that were generated from them', async () => {
    expect(readFileSync(generatedTypesFile, 'utf8')).toBe(await generateTypes())
  })
  it('are JSON Schema 2020-12 and resolve each other', () => {
    const ajv = new Ajv2020({ strict: false, logger: false })
    for (const file of schemaFiles()) ajv.addSchema(read(file))
    for (const file of schemaFiles()) expect(ajv.getSchema(String(read(file)['$id'])), file).toBeTypeOf('function')
  })
  it('carry an address that is their place, a title and a description', () => {
    for (const file of schemaFiles()) expect(read(file), file).toMatchObject({ $id: `https://motcua.vn/schemas/${file}`, title: expect.any(String), description: expect.any(String) })
  })
})
