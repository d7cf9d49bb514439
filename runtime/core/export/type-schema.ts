// Prepares the published schema for a generator of TypeScript types: what rules ask is left out, names come from property
// paths, which never change, and no text of a document can become code.
import type { JsonSchema } from '../form/compiled-form.ts'

/** The name of the whole answers. */
export const answersType = 'Answers'

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
/** /coSo/diaChi -> CoSoDiaChi; a row of /mau -> MauRow. */
const typeName = (path: readonly string[]): string => path.map((name) => (name === '*' ? 'Row' : capital(name))).join('') || answersType

const listedOptions = 20

interface Named {
  const: unknown
  title?: unknown
}

const optionsOf = (schema: JsonSchema): Named[] => {
  const branches = schema['oneOf']
  return Array.isArray(branches) && branches.every((each) => typeof each === 'object' && each !== null && 'const' in each) ? branches as Named[] : []
}

/** Nothing of a document may end the comment that it stands in. */
const inComment = (text: string): string => text.replaceAll('*/', '* /')

const describe = (schema: JsonSchema): { description?: string } => {
  const options = optionsOf(schema)
  const lines = [schema['title'], schema['description'], ...(options.length <= listedOptions ? options.map((each) => `${JSON.stringify(each.const)}: ${String(each.title ?? '')}`) : [])]
  const said = lines.filter((line): line is string => typeof line === 'string' && line !== '')
  return said.length > 0 ? { description: inComment(said.join('\n')) } : {}
}

type NameList = (name: string) => string

/** Keywords that say what a value is made of; everything else judges it, or is of no use here. */
const shapeOf = (schema: JsonSchema, path: readonly string[], nameList: NameList): JsonSchema => {
  const options = optionsOf(schema)
  if (options.length > 0) return { enum: options.map((each) => each.const) }
  if (Array.isArray(schema['enum'])) return { enum: schema['enum'] }
  if ('const' in schema) return { const: schema['const'] }
  if (schema['type'] === 'array') return { type: 'array', items: typed((schema['items'] ?? {}) as JsonSchema, [...path, '*'], nameList) }
  if (schema['type'] !== 'object') return typeof schema['type'] === 'string' ? { type: schema['type'] } : {}
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>
  return {
    type: 'object', title: typeName(path), additionalProperties: false,
    properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, typed(each, [...path, name], nameList)])),
    ...(Array.isArray(schema['required']) && { required: schema['required'] }),
  }
}

const typed = (schema: JsonSchema, path: readonly string[], nameList: NameList): JsonSchema => {
  const list = typeof schema['$ref'] === 'string' ? /^#\/\$defs\/([A-Za-z][A-Za-z0-9]*)$/.exec(schema['$ref'])?.[1] : undefined
  // Named rather than referred to: a reference with words of its own would be written out at every place.
  return list === undefined ? { ...describe(schema), ...shapeOf(schema, path, nameList) } : { ...describe(schema), tsType: nameList(list) }
}

/** Names of all objects, so that no list is called like one of them. */
const objectNames = (schema: JsonSchema, path: readonly string[] = []): string[] => [
  ...(schema['type'] === 'object' ? [typeName(path)] : []),
  ...Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(([name, each]) => objectNames(each, [...path, name])),
  ...(schema['items'] ? objectNames(schema['items'] as JsonSchema, [...path, '*']) : []),
]

/** Of the schema that deriveSchema published; rules are left out, for types cannot say them. */
export const typeSchema = (published: JsonSchema): JsonSchema => {
  const taken = new Set(objectNames(published))
  const nameList = (name: string): string => {
    const wished = `${capital(name)}Code`
    return taken.has(wished) ? nameList(`${name}Code`) : wished
  }
  const lists = Object.entries((published['$defs'] ?? {}) as Record<string, JsonSchema>)
  return {
    ...typed(published, [], nameList),
    ...(lists.length > 0 && { $defs: Object.fromEntries(lists.map(([name, list]) => [nameList(name), { ...typed(list, [name], nameList), title: nameList(name) }])) }),
  }
}
