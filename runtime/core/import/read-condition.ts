// Reads an `if` as a condition of ours, under our names: only from the closed profile that a sentence can say. Anything else
// is no condition, and the whole rule stays as it is.
import type { Condition } from '#schemas/generated/types.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { nameAt, placeUnder, resolvedAt, rowsOf, spotAt, type ImportDraft, type Spot } from './import-draft.ts'
import { annotations, childOf, openPart, type Part } from './schema-source.ts'

const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const
const isScalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A type that the question has anyway says nothing: answers of another type are refused whatever the rule says. */
const saysType = (draft: ImportDraft, type: unknown, spot: Spot | undefined): boolean => {
  if (spot === undefined) return true
  const known = spot.path === '' || spot.path.endsWith('/*') || draft.owners.has(spot.path) ? 'object' : resolvedAt(draft, spot.path)?.type
  return type !== known && !(type === 'array' && draft.owners.has(`${spot.path}/*`))
}

/** `spot` is undefined below a name that no question has. */
export const readCondition = (draft: ImportDraft, part: Part, spot: Spot | undefined): Condition | undefined => {
  if (part.schema === true) return {}
  if (part.schema === false) return { not: {} }
  const open = openPart(draft.source, part)
  if (!open) return undefined
  const made: Condition = {}
  const many = (keyword: 'allOf' | 'anyOf', value: unknown): Condition[] | undefined => {
    if (!Array.isArray(value) || value.length === 0 || value.length > 20) return undefined
    const parts = value.map((_each, i) => readCondition(draft, childOf(open, keyword, i), spot))
    return parts.includes(undefined) ? undefined : (parts as Condition[])
  }
  const isFixed = isScalar(open.schema['const']) || Array.isArray(open.schema['enum'])
  for (const [keyword, value] of Object.entries(open.schema)) {
    if (annotations.has(keyword) || keyword.startsWith('x-')) continue
    if (keyword === 'type') {
      if (!isFixed && saysType(draft, value, spot)) return undefined
    } else if (keyword === 'const' && isScalar(value)) made.const = value
    else if (keyword === 'enum' && Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every(isScalar)) made.enum = value as string[]
    else if (limits.includes(keyword as 'minimum') && typeof value === 'number') made[keyword as 'minimum'] = value
    else if (keyword === 'required' && Array.isArray(value) && value.length <= 20) made.required = value.map((name) => (spot ? nameAt(draft, spot.place, String(name)) : String(name)))
    else if (keyword === 'properties' && isRecord(value) && Object.keys(value).length <= 20) {
      const parts = Object.keys(value).map((name) => [spot ? nameAt(draft, spot.place, name) : name, readCondition(draft, childOf(open, 'properties', name), spot && (spotAt(draft, spot, name) ?? unknownSpot(spot, name)))] as const)
      if (parts.some(([, each]) => each === undefined)) return undefined
      made.properties = Object.fromEntries(parts) as Record<string, Condition>
    } else if (keyword === 'contains') {
      const inner = readCondition(draft, childOf(open, 'contains'), spot && rowsOf(spot))
      if (!inner) return undefined
      made.contains = inner
    } else if (keyword === 'not') {
      const inner = readCondition(draft, childOf(open, 'not'), spot)
      if (!inner) return undefined
      made.not = inner
    } else if (keyword === 'allOf' || keyword === 'anyOf') {
      const parts = many(keyword, value)
      if (!parts) return undefined
      made[keyword] = parts
    } else return undefined
  }
  return made
}

const unknownSpot = (spot: Spot, name: string): Spot => ({ path: placeUnder(spot, name), place: placeUnder(spot, name) })
