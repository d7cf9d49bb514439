// Generates schemas/generated/types.ts from the schema files: every shape is written once, as JSON Schema, and the
// TypeScript types follow. Run by `npm run types`; a test fails when the committed result is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'

const here = dirname(fileURLToPath(import.meta.url))
export const generatedTypesFile = join(here, 'generated', 'types.ts')

/** All schema files, as paths relative to schemas/, in a stable order. */
export const schemaFiles = (): string[] =>
  readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()

/** The text of generated/types.ts as it must be for the present schema files. */
export const generateTypes = async (): Promise<string> => {
  // The settings of field types describe controls of the inspector, over the keywords of a question: no shapes of their own.
  const files = schemaFiles().filter((file) => !file.startsWith('form/field-types/'))
  const titles = files.map((file) => (JSON.parse(readFileSync(join(here, file), 'utf8')) as { title: string }).title)
  // One root that refers to every file, so that a shape used by several others is declared once.
  const root = {
    title: 'AllShapes',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(files.map((file, i) => [titles[i], { $ref: `./${file}` }])),
  }
  return compile(root as never, 'AllShapes', {
    cwd: here,
    bannerComment: '// Made by `npm run types` from the schema files; never edited by hand.',
    ignoreMinAndMaxItems: true,
    format: false,
    additionalProperties: false,
    unknownAny: true,
    style: { singleQuote: true, semi: false },
  })
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  writeFileSync(generatedTypesFile, await generateTypes())
}
