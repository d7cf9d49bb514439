// Reads a `then` or an `else` as what our rules can do: require, forbid, ask, limit, refuse. One part that is none of these
// makes the whole unreadable, and it stays as it is.
import { isRecord } from '../issues/json-pointer.ts'
import { resolvedAt, rowsOf, spotAt, type ImportDraft, type Spot } from './import-draft.ts'
import { annotations, childOf, openPart, type OpenPart, type Part } from './schema-source.ts'

export interface Effects {
  require: string[]
  forbid: string[]
  /** Questions that are defined right here. */
  show: string[]
  limits: { path: string; options: (string | number)[] }[]
  refuses: boolean
  /** A condition about each row, inside. */
  nested: { part: OpenPart; spot: Spot }[]
}

const nothing = (): Effects => ({ require: [], forbid: [], show: [], limits: [], refuses: false, nested: [] })

const merge = (parts: readonly (Effects | undefined)[]): Effects | undefined =>
  parts.includes(undefined) ? undefined : (parts as Effects[]).reduce((all, each) => ({
    require: [...all.require, ...each.require], forbid: [...all.forbid, ...each.forbid], show: [...all.show, ...each.show], limits: [...all.limits, ...each.limits], refuses: all.refuses || each.refuses, nested: [...all.nested, ...each.nested],
  }), nothing())

const hasOptions = (draft: ImportDraft, path: string): boolean => {
  const question = resolvedAt(draft, path)
  const item = question?.type === 'array' ? question.items : question
  const listed = item?.$ref ? draft.schema.$defs?.[item.$ref.slice('#/$defs/'.length)] : item
  return Boolean(listed?.oneOf ?? listed?.enum)
}

const isValue = (value: unknown): value is string | number => typeof value === 'string' || Number.isInteger(value)

/** Only these options of a question that has options. */
const limitOf = (draft: ImportDraft, { schema }: OpenPart, path: string): Effects | undefined => {
  const leaf = resolvedAt(draft, path)?.type === 'array' && isRecord(schema['items']) ? schema['items'] : schema
  const keywords = Object.keys(leaf).filter((keyword) => !annotations.has(keyword) && keyword !== 'type')
  const options = Array.isArray(leaf['enum']) ? (leaf['enum'] as unknown[]) : [leaf['const']]
  if (keywords.length !== 1 || !hasOptions(draft, path) || (leaf !== schema && Object.keys(schema).some((keyword) => keyword !== 'items' && keyword !== 'type' && !annotations.has(keyword)))) return undefined
  return (keywords[0] === 'enum' || keywords[0] === 'const') && options.every(isValue) ? { ...nothing(), limits: [{ path, options }] } : undefined
}

const ofProperty = (draft: ImportDraft, part: Part, spot: Spot): Effects | undefined => {
  if (part.schema === false) return { ...nothing(), forbid: [spot.path] }
  const origin = draft.introduced.get(spot.path)
  if (origin?.pointer === part.pointer && origin.times === 1) return { ...nothing(), show: [spot.path] }
  const open = openPart(draft.source, part)
  if (!open) return undefined
  return limitOf(draft, open, spot.path) ?? effectsOf(draft, open, spot)
}

/** `spot` is what the part speaks of. */
export const effectsOf = (draft: ImportDraft, part: Part, spot: Spot): Effects | undefined => {
  if (part.schema === true || part.schema === undefined) return nothing()
  if (part.schema === false) return { ...nothing(), refuses: true }
  const open = openPart(draft.source, part)
  if (!open) return undefined
  const { schema } = open
  const isOwner = draft.owners.has(spot.path)
  return merge(Object.entries(schema).map(([keyword, value]): Effects | undefined => {
    if (annotations.has(keyword) || keyword.startsWith('x-')) return nothing()
    if (keyword === 'type') return (value === 'object' && isOwner) || (value === 'array' && draft.owners.has(`${spot.path}/*`)) ? nothing() : undefined
    if (keyword === 'required' && isOwner && Array.isArray(value)) {
      const spots = value.map((name) => spotAt(draft, spot, String(name)))
      return spots.includes(undefined) ? undefined : { ...nothing(), require: spots.map((each) => each!.path) }
    }
    if (keyword === 'properties' && isOwner && isRecord(value)) {
      return merge(Object.keys(value).map((name) => {
        const here = spotAt(draft, spot, name)
        return here && ofProperty(draft, childOf(open, 'properties', name), here)
      }))
    }
    if (keyword === 'not' && isOwner && isRecord(value) && Object.keys(value).join() === 'required' && Array.isArray(value['required']) && value['required'].length === 1) {
      const here = spotAt(draft, spot, String(value['required'][0]))
      return here && { ...nothing(), forbid: [here.path] }
    }
    if (keyword === 'items' && draft.owners.has(`${spot.path}/*`)) return effectsOf(draft, childOf(open, 'items'), rowsOf(spot))
    if (keyword === 'if') return { ...nothing(), nested: [{ part: open, spot }] }
    return (keyword === 'then' || keyword === 'else') && Object.hasOwn(schema, 'if') ? nothing() : undefined
  }))
}

export const canLimit = hasOptions
