// The schema files that say what a procedure document may be, as the source view uses them: which of their nodes speak of
// a place in the document. They judge, they complete and they explain.
import { isRecord } from '#core/issues/json-pointer.ts'

/** A node of one of our schema files, and the file that its references start from. */
export interface SchemaNode {
  node: Record<string, unknown>
  file: string
}

const files = import.meta.glob<Record<string, unknown>>('../../schemas/{procedure,form,values,workflow}/*.schema.json', { eager: true, import: 'default' })
const byAddress = new Map(Object.values(files).map((schema) => [String(schema['$id']), schema]))

const at = (file: string, reference: string): SchemaNode | undefined => {
  const address = new URL(reference, file).href.replace(/#$/, '')
  const node = byAddress.get(address)
  return node && { node, file: address }
}

/** The node with what its $ref names; what stands beside the $ref speaks too. */
export const resolve = ({ node, file }: SchemaNode): SchemaNode[] => {
  const reference = node['$ref']
  const found = typeof reference === 'string' ? at(file, reference) : undefined
  const beside = Object.keys(node).length > (reference === undefined ? 0 : 1) ? [{ node, file }] : []
  const choices = Array.isArray(node['anyOf']) ? node['anyOf'].filter(isRecord).flatMap((choice) => resolve({ node: choice, file })) : []
  return [...beside, ...choices, ...(found ? resolve(found) : [])]
}

const child = ({ node, file }: SchemaNode, segment: string): SchemaNode[] => {
  const properties = node['properties']
  const named = isRecord(properties) && Object.hasOwn(properties, segment) ? properties[segment] : undefined
  const isIndex = /^\d+$/.test(segment)
  const inner = named ?? (isIndex && isRecord(node['items']) ? node['items'] : isRecord(node['additionalProperties']) ? node['additionalProperties'] : undefined)
  return isRecord(inner) ? resolve({ node: inner, file }) : []
}

export const procedureSchema: SchemaNode = at('https://motcua.vn/schemas/', 'procedure/procedure.schema.json')!

/** All nodes that speak of a place in the document, given by its segments. */
export const schemasAt = (segments: readonly string[]): SchemaNode[] =>
  segments.reduce<SchemaNode[]>((nodes, segment) => nodes.flatMap((each) => child(each, segment)), resolve(procedureSchema))

/** The names that a schema gives to the object at a place, with the nodes behind them. */
export const namesAt = (segments: readonly string[]): Map<string, SchemaNode> =>
  new Map(schemasAt(segments).flatMap(({ node, file }) => Object.entries(isRecord(node['properties']) ? node['properties'] : {}).map(([name, inner]) => [name, { node: inner as Record<string, unknown>, file }] as const)))

/** What the schema says about a place in its own words; the most particular first. */
export const descriptionAt = (segments: readonly string[]): string | undefined =>
  schemasAt(segments).map(({ node }) => node['description']).find((each): each is string => typeof each === 'string')
