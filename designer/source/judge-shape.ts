// Whether a value has the shape of a procedure document, by the same schema files that the server judges by. A page under
// our content security policy makes no code from text, so the few keywords that those files use are interpreted here.
import { isRecord, toPointer } from '#core/issues/json-pointer.ts'
import { procedureSchema, resolve, type SchemaNode } from './document-schema.ts'

export interface ShapeFault {
  pointer: string
  /** The keyword that refuses. */
  keyword: string
  params: Record<string, string | number>
  /** It is the name that is wrong, not the value under it. */
  ofName?: boolean
}

type Segments = readonly (string | number)[]

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value)

const hasType = (value: unknown, wanted: unknown): boolean => {
  const type = typeOf(value)
  return (Array.isArray(wanted) ? wanted : [wanted]).some((each) => each === type || (each === 'number' && type === 'integer'))
}

const lengthOf = (text: string): number => [...text].length

const patterns = new Map<string, RegExp>()
const patternOf = (text: string): RegExp => {
  const known = patterns.get(text) ?? new RegExp(text, 'u')
  patterns.set(text, known)
  return known
}

type OwnFault = [keyword: string, params: Record<string, string | number>]

const limit = (keyword: string, node: Record<string, unknown>, isBroken: (bound: number) => boolean): OwnFault[] => {
  const bound = node[keyword]
  return typeof bound === 'number' && isBroken(bound) ? [[keyword, { limit: bound }]] : []
}

const holds = (keyword: string, isKept: boolean): OwnFault[] => (isKept ? [] : [[keyword, {}]])

const ofText = (node: Record<string, unknown>, value: string): OwnFault[] => [
  ...limit('maxLength', node, (bound) => lengthOf(value) > bound), ...limit('minLength', node, (bound) => lengthOf(value) < bound),
  ...holds('pattern', typeof node['pattern'] !== 'string' || patternOf(node['pattern']).test(value)),
]

const ofNumber = (node: Record<string, unknown>, value: number): OwnFault[] => [...limit('minimum', node, (bound) => value < bound), ...limit('maximum', node, (bound) => value > bound)]

const ofList = (node: Record<string, unknown>, value: readonly unknown[]): OwnFault[] => [
  ...limit('maxItems', node, (bound) => value.length > bound), ...limit('minItems', node, (bound) => value.length < bound),
  ...holds('uniqueItems', node['uniqueItems'] !== true || new Set(value.map((item) => JSON.stringify(item))).size === value.length),
]

const ofObject = (node: Record<string, unknown>, value: object): OwnFault[] => [
  ...limit('maxProperties', node, (bound) => Object.keys(value).length > bound), ...limit('minProperties', node, (bound) => Object.keys(value).length < bound),
]

const ownFaults = (node: Record<string, unknown>, value: unknown): OwnFault[] => {
  if (node['type'] !== undefined && !hasType(value, node['type'])) return [['type', { type: String(node['type']) }]]
  if (Array.isArray(node['enum']) && !node['enum'].includes(value)) return [['enum', { allowed: node['enum'].join(', ') }]]
  if ('const' in node && node['const'] !== value) return [['const', { allowed: String(node['const']) }]]
  if (typeof value === 'string') return ofText(node, value)
  if (typeof value === 'number') return ofNumber(node, value)
  if (Array.isArray(value)) return ofList(node, value)
  return isRecord(value) ? ofObject(node, value) : []
}

const children = ({ node, file }: SchemaNode, value: unknown, at: Segments): ShapeFault[] => {
  if (Array.isArray(value)) return isRecord(node['items']) ? value.flatMap((item, i) => judge({ node: node['items'] as Record<string, unknown>, file }, item, [...at, i])) : []
  if (!isRecord(value)) return []
  const properties = isRecord(node['properties']) ? node['properties'] : {}
  const rest = node['additionalProperties']
  const required = Array.isArray(node['required']) ? (node['required'] as string[]) : []
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name): ShapeFault => ({ pointer: toPointer(at), keyword: 'required', params: { name } }))
  return [...missing, ...Object.entries(value).flatMap(([name, inner]) => {
    const place = [...at, name]
    const names = isRecord(node['propertyNames']) ? judge({ node: node['propertyNames'], file }, name, place).slice(0, 1).map((fault) => ({ ...fault, keyword: `name.${fault.keyword}`, params: { ...fault.params, name }, ofName: true })) : []
    if (Object.hasOwn(properties, name)) return [...names, ...judge({ node: properties[name] as Record<string, unknown>, file }, inner, place)]
    if (rest === false) return [{ pointer: toPointer(place), keyword: 'additionalProperties', params: { name }, ofName: true }]
    return isRecord(rest) ? [...names, ...judge({ node: rest, file }, inner, place)] : names
  })]
}

const judge = (schema: SchemaNode, value: unknown, at: Segments): ShapeFault[] => {
  const { node, file } = schema
  if (typeof node['$ref'] === 'string') {
    const faults = resolve({ node: { $ref: node['$ref'] }, file }).slice(0, 1).flatMap((target) => judge(target, value, at))
    const { $ref: _reference, ...beside } = node
    return Object.keys(beside).length > 0 ? [...faults, ...judge({ node: beside, file }, value, at)] : faults
  }
  const own = ownFaults(node, value).map(([keyword, params]): ShapeFault => ({ pointer: toPointer(at), keyword, params }))
  const choices = Array.isArray(node['anyOf']) ? node['anyOf'].filter(isRecord).map((choice) => judge({ node: choice, file }, value, at)) : []
  // Of several shapes the one that fits best explains what is wrong.
  const best = choices.length === 0 || choices.some((faults) => faults.length === 0) ? [] : choices.reduce((a, b) => (depth(b) > depth(a) ? b : a))
  return own.some(({ keyword }) => keyword === 'type') ? own : [...own, ...best, ...children(schema, value, at)]
}

const depth = (faults: readonly ShapeFault[]): number => Math.max(...faults.map(({ pointer }) => pointer.length))

/** Nobody mends more at a time. */
const mostFaults = 100

export const judgeShape = (value: unknown): ShapeFault[] => judge(procedureSchema, value, []).slice(0, mostFaults)
