// Reads a foreign schema part by part: follows local references, and says old keywords (drafts 06 and 07) as the present
// draft does. Every part knows where it stands in the source.
import type { JsonSchema } from '../form/compiled-form.ts'
import { isRecord, readAt, toPointer } from '../issues/json-pointer.ts'
import type { ReportLine } from './import-report.ts'
import { schemaLimits } from './schema-limits.ts'

export interface Source {
  root: JsonSchema
  /** Up to draft-07 a reference hides what stands beside it. */
  isOld: boolean
  report: ReportLine[]
  steps: number
}

export interface Part {
  schema: unknown
  pointer: string
  /** References followed to get here: one that comes again leads nowhere. */
  trail: readonly string[]
  /** Keywords that stand elsewhere in the source. */
  from?: Readonly<Record<string, string>>
}

/** A part that is an object, its reference followed, its keywords those of the present. */
export interface OpenPart extends Part { schema: JsonSchema }

export const openSource = (root: JsonSchema, report: ReportLine[]): Source => ({ root, isOld: /draft-0[3-7]/.test(String(root['$schema'] ?? '')), report, steps: 0 })

export const childOf = (part: OpenPart, keyword: string, ...rest: (string | number)[]): Part => ({
  schema: rest.reduce<unknown>((value, segment) => (Array.isArray(value) ? value[Number(segment)] : isRecord(value) && Object.hasOwn(value, segment) ? value[segment] : undefined), part.schema[keyword]),
  pointer: (part.from?.[keyword] ?? part.pointer + toPointer([keyword])) + toPointer(rest),
  trail: part.trail,
})

export const refuse = (source: Source, pointer: string, code: string, params: Record<string, unknown> = {}): undefined => {
  source.report.push({ pointer, fate: 'refused', code, params })
}

const anchorIn = (value: unknown, name: string, pointer: string): string | undefined => {
  if (!isRecord(value) && !Array.isArray(value)) return undefined
  if (isRecord(value) && (value['$anchor'] === name || value['$id'] === `#${name}`)) return pointer
  for (const [key, inner] of Object.entries(value)) {
    const found = anchorIn(inner, name, pointer + toPointer([key]))
    if (found !== undefined) return found
  }
  return undefined
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const targetOf = ({ root }: Source, reference: string): string | undefined => {
  const own = typeof root['$id'] === 'string' ? root['$id'].replace(/#$/, '') : ''
  const local = own !== '' && reference.startsWith(own) ? reference.slice(own.length) || '#' : reference
  if (!local.startsWith('#')) return undefined
  const fragment = decode(local.slice(1))
  return fragment === '' || fragment.startsWith('/') ? fragment : (anchorIn(root, fragment, '') ?? `/${fragment}`)
}

export const annotations: ReadonlySet<string> = new Set(['title', 'description', 'default', 'examples', 'readOnly', '$comment', 'deprecated'])

/** What stands beside a reference holds as well; where both say the same keyword, both do. */
const beside = (source: Source, { schema, pointer }: OpenPart, target: OpenPart): OpenPart => {
  const own = Object.entries(schema).filter(([keyword]) => keyword !== '$ref' && (!source.isOld || annotations.has(keyword) || keyword.startsWith('x-')))
  const [notes, both] = [own.filter(([keyword]) => annotations.has(keyword) || keyword.startsWith('x-') || !Object.hasOwn(target.schema, keyword)), own.filter(([keyword]) => !annotations.has(keyword) && !keyword.startsWith('x-') && Object.hasOwn(target.schema, keyword))]
  const more = both.length > 0 ? { allOf: [...((target.schema['allOf'] as unknown[] | undefined) ?? []), Object.fromEntries(both)] } : {}
  return { ...target, schema: { ...target.schema, ...Object.fromEntries(notes), ...more }, from: { ...target.from, ...Object.fromEntries(notes.map(([keyword]) => [keyword, pointer + toPointer([keyword])])) } }
}

/** Where a reference leads, without opening it. */
export const followOnce = (source: Source, part: OpenPart): Part | undefined => {
  const at = `${part.pointer}/$ref`
  const reference = part.schema['$ref']
  const target = typeof reference === 'string' ? targetOf(source, reference) : undefined
  if (target === undefined) return refuse(source, at, 'import.refRemote', { reference: String(reference) })
  if (part.trail.includes(target)) return refuse(source, at, 'import.refCircle', { reference: String(reference) })
  const schema = readAt(source.root, target)
  if (schema === undefined) return refuse(source, at, 'import.refMissing', { reference: String(reference) })
  return { schema, pointer: target, trail: [...part.trail, target] }
}

const splitDependencies = (value: JsonSchema): JsonSchema => {
  const entries = Object.entries(value)
  const [lists, schemas] = [entries.filter(([, each]) => Array.isArray(each)), entries.filter(([, each]) => !Array.isArray(each))]
  return { ...(lists.length > 0 && { dependentRequired: Object.fromEntries(lists) }), ...(schemas.length > 0 && { dependentSchemas: Object.fromEntries(schemas) }) }
}

/** Old keywords as the present draft says them. */
const upgrade = (source: Source, part: OpenPart): OpenPart => {
  const { schema, pointer } = part
  const { dependencies, additionalItems, nullable, ...rest } = schema
  const from: Record<string, string> = { ...part.from }
  let next: JsonSchema = rest
  if (isRecord(dependencies)) {
    next = { ...next, ...splitDependencies(dependencies) }
    from['dependentRequired'] = from['dependentSchemas'] = `${pointer}/dependencies`
  }
  if (Array.isArray(schema['items'])) {
    const { items, ...others } = next
    next = { ...others, prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) }
    from['prefixItems'] = `${pointer}/items`
    from['items'] = `${pointer}/additionalItems`
  }
  if (nullable === true && typeof next['type'] === 'string') next = { ...next, type: [next['type'], 'null'] }
  for (const keyword of ['exclusiveMinimum', 'exclusiveMaximum']) {
    if (typeof next[keyword] !== 'boolean') continue
    refuse(source, `${pointer}/${keyword}`, 'import.draft04', { keyword })
    const { [keyword]: _dropped, ...others } = next
    next = others
  }
  return { ...part, schema: next, from }
}

/** Undefined when there is nothing to read: it was said why. `true` is a schema that says nothing; `false` is none. */
export const openPart = (source: Source, part: Part): OpenPart | undefined => {
  source.steps += 1
  if (source.steps > schemaLimits.steps) {
    if (source.steps === schemaLimits.steps + 1) refuse(source, part.pointer, 'import.tooManySteps', { limit: schemaLimits.steps })
    return undefined
  }
  if (part.schema === true) return { ...part, schema: {} }
  if (!isRecord(part.schema)) return refuse(source, part.pointer, part.schema === false ? 'import.never' : 'import.noSchema')
  const open: OpenPart = { ...part, schema: part.schema }
  if (open.schema['$ref'] === undefined) return upgrade(source, open)
  const target = followOnce(source, open)
  const opened = target && openPart(source, target)
  return opened && beside(source, open, opened)
}
