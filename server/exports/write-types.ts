// Writes the TypeScript types of a published schema, for those who send or read dossiers from their own programs.
import { compile } from 'json-schema-to-typescript'
import { answersType, typeSchema } from '#core/export/type-schema.ts'
import type { JsonSchema } from '#core/form/compiled-form.ts'

const banner = '// The answers of one revision of a procedure. Rules, lengths and formats are judged by schema.json beside this file.'

/** What the generator adds to comments about its own work. */
const ownRemark = /\n \* ?\n \* This interface was referenced by `[^`]*`'s JSON-Schema\n \* via the `definition` "[^"]*"\./g

/** Members stand two spaces in; the generator's own way of doing so would bring a whole formatter. */
const indent = (text: string): string => {
  let depth = 0
  return text.split('\n').map((line) => {
    const isComment = /^(\/\*\*| \*)/.test(line)
    if (!isComment && line.startsWith('}')) depth -= 1
    const indented = line === '' ? line : `${'  '.repeat(depth)}${line.trimEnd()}`
    if (!isComment && line.endsWith('{')) depth += 1
    return indented
  }).join('\n')
}

export const writeTypes = async (published: JsonSchema): Promise<string> => indent((await compile(typeSchema(published) as never, answersType, {
  bannerComment: banner,
  ignoreMinAndMaxItems: true,
  format: false,
  unreachableDefinitions: true,
  unknownAny: true,
  // Schemas hold local references only, and no others are followed.
  $refOptions: { resolve: { external: false } },
  style: { singleQuote: true, semi: false },
})).replaceAll(ownRemark, ''))
