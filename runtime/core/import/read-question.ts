// Reads a foreign schema as questions: objects as groups, lists of objects as tables, the rest as single answers. What an
// object says besides its properties is kept for later, when all questions are known.
import type { Question } from '#schemas/generated/types.ts'
import { defaultBounds } from '../form/data-schema.ts'
import { isRecord } from '../issues/json-pointer.ts'
import { placeUnder, rowsOf, say, spotAt, takeName, type ImportDraft, type Owner, type Spot } from './import-draft.ts'
import { keptAnnotations } from './kept-annotations.ts'
import { normalName, titleFromName } from './normal-name.ts'
import { kindOf, leftOf, optionsOf, readLeaf, type Scalar } from './read-leaf.ts'
import { schemaLimits } from './schema-limits.ts'
import { annotations, childOf, followOnce, openPart, type OpenPart, type Part } from './schema-source.ts'

const isNothing = (value: unknown): boolean => isRecord(value) && (value['type'] === 'null' || value['const'] === null)

const isNote = (keyword: string): boolean => annotations.has(keyword) || keyword.startsWith('x-')

/** Joins two parts that hold together; undefined when both say the same keyword. */
const joined = (outer: OpenPart, inner: OpenPart): OpenPart | undefined => {
  const clash = Object.keys(inner.schema).some((keyword) => !isNote(keyword) && Object.hasOwn(outer.schema, keyword))
  if (clash) return undefined
  const from = { ...Object.fromEntries(Object.keys(inner.schema).map((keyword) => [keyword, inner.from?.[keyword] ?? `${inner.pointer}/${keyword}`])), ...outer.from }
  return { ...outer, schema: { ...inner.schema, ...outer.schema }, from, trail: [...outer.trail, ...inner.trail] }
}

/** One alternative besides null, and parts that only add to each other, become one part. */
const flatten = (draft: ImportDraft, part: OpenPart): OpenPart => {
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const parts = part.schema[keyword]
    if (!Array.isArray(parts)) continue
    const real = parts.flatMap((each, i) => (keyword !== 'allOf' && isNothing(each) ? [] : [i]))
    if (real.length !== 1 || !(keyword === 'allOf' || parts.length > 1)) continue
    const { [keyword]: _parts, ...rest } = part.schema
    const inner = openPart(draft.source, childOf(part, keyword, real[0]!))
    const one = inner && joined({ ...part, schema: rest }, inner)
    if (!one) continue
    if (keyword !== 'allOf') say(draft, 'converted', `${part.pointer}/${keyword}`, 'import.nullDropped')
    return flatten(draft, one)
  }
  return part
}

/** A list of options that several questions may share stays one list. */
const readDefinition = (draft: ImportDraft, target: Part): string | undefined => {
  if (draft.definitions.has(target.pointer)) return draft.definitions.get(target.pointer)
  draft.definitions.set(target.pointer, undefined)
  const open = isRecord(target.schema) && target.schema['$ref'] === undefined ? openPart(draft.source, target) : undefined
  const known = Object.keys(draft.schema.$defs ?? {})
  if (!open || !optionsOf(open) || known.length >= 50) return undefined
  const kind = kindOf(draft, open)
  const name = normalName(target.pointer.split('/').at(-1)!, '', new Set(known))
  if (name === undefined || (kind !== 'string' && kind !== 'integer' && kind !== 'number')) return undefined
  const spot = { path: `#${name}`, place: `#${name}` }
  const { title: _title, ...read } = readLeaf(draft, open, spot, kind, '')
  const { 'x-field': _field, 'x-widget': _widget, ...bare } = read
  const notes = keptAnnotations(open.schema)
  if (draft.remainders.some((each) => each.spot === spot)) {
    draft.remainders = draft.remainders.filter((each) => each.spot !== spot)
    return undefined
  }
  draft.schema.$defs = { ...draft.schema.$defs, [name]: { ...bare, ...notes } }
  draft.definitions.set(target.pointer, name)
  return name
}

/** The question as a reference to a shared list; undefined where it is no such reference. */
const readShared = (draft: ImportDraft, part: Part, title: string | undefined): Question | undefined => {
  if (!isRecord(part.schema) || part.schema['$ref'] === undefined) return undefined
  const open: OpenPart = { ...part, schema: part.schema }
  if (!draft.source.isOld && Object.keys(open.schema).some((keyword) => keyword !== '$ref' && keyword !== 'type' && !isNote(keyword))) return undefined
  const before = draft.source.report.length
  const target = followOnce(draft.source, open)
  const name = target && readDefinition(draft, target)
  if (name === undefined) {
    draft.source.report.length = before
    return undefined
  }
  const notes = keptAnnotations(open.schema)
  const definition = draft.schema.$defs![name]!
  const field = definition.oneOf && notes['x-field'] === undefined ? { 'x-field': 'choice', 'x-widget': definition.oneOf.length <= 7 ? 'radio' : definition.oneOf.length <= 40 ? 'select' : 'autocomplete' } as const : {}
  return { $ref: `#/$defs/${name}`, ...(title !== undefined && { title: notes.title ?? definition.title ?? title, ...field }), ...notes }
}

const maxRows = 200

const readList = (draft: ImportDraft, part: OpenPart, spot: Spot, title: string): Question | undefined => {
  const { schema, pointer } = part
  if (schema['items'] === undefined || schema['items'] === false) {
    say(draft, 'refused', pointer, Array.isArray(schema['prefixItems']) ? 'import.tuple' : 'import.listOfAnything')
    return undefined
  }
  const [least, most] = [schema['minItems'], schema['maxItems']]
  const isFine = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
  const given = isFine(most) ? Math.max(1, Math.min(most, maxRows)) : Math.max(defaultBounds.maxItems, isFine(least) ? Math.min(least, maxRows) : 0)
  if (given !== most) say(draft, 'converted', pointer, 'import.rowsBounded', { limit: given })
  const list: Question = {
    type: 'array', title, ...(isFine(least) && least > 0 && { minItems: Math.min(least, maxRows) }), maxItems: given, ...(schema['uniqueItems'] === true && { uniqueItems: true }), ...keptAnnotations(schema),
  }
  const keywords = leftOf(schema, new Set(['items', 'minItems', 'maxItems', 'uniqueItems']))
  if (keywords.length > 0) draft.remainders.push({ part, keywords, spot })
  const item = childOf(part, 'items')
  const shared = readShared(draft, item, undefined)
  if (shared) return { ...list, items: shared, ...(list['x-field'] === undefined && { 'x-field': 'choices', 'x-widget': 'checkboxes' }) }
  const open = openPart(draft.source, item)
  return open && readItems(draft, flatten(draft, open), spot, list)
}

const readItems = (draft: ImportDraft, part: OpenPart, spot: Spot, list: Question): Question | undefined => {
  const kind = kindOf(draft, part)
  if (kind === null || kind === 'array') {
    if (kind === 'array') say(draft, 'refused', part.pointer, 'import.listOfLists')
    return undefined
  }
  if (kind === 'object') {
    const rows = readOwner(draft, part, rowsOf(spot))
    return rows && { ...list, items: { type: 'object', ...rows, ...keptAnnotations(part.schema) }, ...(list['x-field'] === undefined && { 'x-field': 'table', 'x-widget': 'cards' }) }
  }
  if (list['x-file'] || optionsOf(part)) {
    const { title: _title, 'x-field': _field, 'x-widget': _widget, 'x-autocomplete': _auto, ...item } = readLeaf(draft, part, rowsOf(spot), kind, '')
    return { ...list, items: item, ...(list['x-field'] === undefined && { 'x-field': 'choices', 'x-widget': 'checkboxes' }) }
  }
  // A bare list of texts has no labels to ask by: each becomes a row with one column, which is another shape of answer.
  say(draft, 'converted', part.pointer, 'import.listToTable')
  const rows: Owner = { properties: {}, required: ['value'] }
  draft.owners.set(rowsOf(spot).path, rows)
  rows.properties['value'] = readLeaf(draft, part, { path: `${rowsOf(spot).path}/value`, place: `${rowsOf(spot).place}/ ` }, kind, list.title ?? '')
  return { ...list, items: { type: 'object', ...rows }, 'x-field': 'table', 'x-widget': 'table' }
}

/** How deep a question lies in groups and tables. */
const depthOf = ({ path }: Spot): number => path.split('/').filter((segment) => segment !== '*').length

const readQuestion = (draft: ImportDraft, part: Part, spot: Spot, name: string): Question | undefined => {
  const shared = readShared(draft, part, titleFromName(name))
  if (shared) return shared
  const first = openPart(draft.source, part)
  if (!first) return undefined
  const open = flatten(draft, first)
  const kind = kindOf(draft, open)
  const title = keptAnnotations(open.schema).title ?? titleFromName(name)
  if (kind === null) return undefined
  if (kind === 'array') return readList(draft, open, spot, title)
  if (kind !== 'object') return readLeaf(draft, open, spot, kind as Scalar, title)
  const owner = readOwner(draft, open, spot)
  return owner && { type: 'object', title, ...owner, 'x-field': 'group', ...keptAnnotations(open.schema) }
}

/** Defines one property; false when it stays out, which was said. */
const define = (draft: ImportDraft, owner: Owner, spot: Spot, name: string, part: Part): boolean => {
  if (draft.questions >= schemaLimits.questions) {
    if (draft.questions === schemaLimits.questions) say(draft, 'refused', part.pointer, 'import.tooManyQuestions', { limit: schemaLimits.questions })
    draft.questions += 1
    return false
  }
  const ours = takeName(draft, spot, name, part.pointer)
  if (ours === undefined) return false
  draft.questions += 1
  const here = { path: `${spot.path}/${ours}`, place: placeUnder(spot, name) }
  if (depthOf(here) - 1 > schemaLimits.nesting) say(draft, 'refused', part.pointer, 'import.nesting', { limit: schemaLimits.nesting })
  // Keeps its place among the others while what it holds is read.
  owner.properties[ours] = {}
  const question = depthOf(here) - 1 > schemaLimits.nesting ? undefined : readQuestion(draft, part, here, name)
  if (!question) {
    delete owner.properties[ours]
    draft.names.delete(here.place)
    return false
  }
  owner.properties[ours] = question
  draft.origins.set(here.path, part.pointer)
  say(draft, 'kept', part.pointer, 'import.kept', { title: question.title ?? ours })
  return true
}

const closes = (schema: OpenPart['schema']): boolean => schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false

const readAll = (draft: ImportDraft, part: OpenPart, spot: Spot, owner: Owner): void => {
  const properties = part.schema['properties']
  for (const name of isRecord(properties) ? Object.keys(properties) : []) {
    const child = childOf(part, 'properties', name)
    const known = spotAt(draft, spot, name)
    if (!known) define(draft, owner, spot, name, child)
    else {
      const open = openPart(draft.source, child)
      if (open) draft.remainders.push({ part: open, keywords: Object.keys(open.schema).filter((keyword) => !isNote(keyword)), spot: known })
    }
  }
  const required = part.schema['required']
  for (const name of Array.isArray(required) ? required.map(String) : []) {
    const known = spotAt(draft, spot, name)
    if (!known) say(draft, 'converted', `${part.pointer}/required`, 'import.requiredUnknown', { name })
    else if (!draft.firm.has(known.path)) {
      draft.firm.add(known.path)
      owner.required.push(known.path.split('/').at(-1)!)
    }
  }
}

/** Properties that only an alternative or a consequence names become questions too: the form must be able to ask them. */
const introduce = (draft: ImportDraft, part: Part, spot: Spot, owner: Owner, depth = 0): void => {
  if (typeof part.schema === 'boolean' || depth > schemaLimits.nesting) return
  const open = openPart(draft.source, part)
  if (!open) return
  const { properties } = open.schema
  for (const [name, child] of isRecord(properties) ? Object.entries(properties) : []) {
    if (child === false) continue
    const known = spotAt(draft, spot, name)
    const found = known && draft.introduced.get(known.path)
    const inside = known && draft.owners.get(known.path)
    if (found) draft.introduced.set(known.path, { ...found, times: found.times + 1 })
    else if (known && inside) introduce(draft, childOf(open, 'properties', name), known, inside, depth + 1)
    else if (!known && define(draft, owner, spot, name, childOf(open, 'properties', name))) draft.introduced.set(spotAt(draft, spot, name)!.path, { pointer: childOf(open, 'properties', name).pointer, times: 1 })
  }
  introduceBranches(draft, open, spot, owner, depth + 1)
}

const introduceBranches = (draft: ImportDraft, part: OpenPart, spot: Spot, owner: Owner, depth = 0): void => {
  for (const keyword of ['then', 'else']) if (part.schema[keyword] !== undefined) introduce(draft, childOf(part, keyword), spot, owner, depth)
  for (const keyword of ['anyOf', 'oneOf', ...(depth > 0 ? ['allOf'] : [])]) for (const i of Array.isArray(part.schema[keyword]) ? (part.schema[keyword] as unknown[]).keys() : []) introduce(draft, childOf(part, keyword, i), spot, owner, depth)
  const dependent = part.schema['dependentSchemas']
  for (const name of isRecord(dependent) ? Object.keys(dependent) : []) introduce(draft, childOf(part, 'dependentSchemas', name), spot, owner, depth)
}

/** Takes over what an object says: its properties, what it requires, the same of the parts that it consists of. */
const absorb = (draft: ImportDraft, part: OpenPart, spot: Spot, owner: Owner, depth = 0): void => {
  readAll(draft, part, spot, owner)
  for (const i of Array.isArray(part.schema['allOf']) ? (part.schema['allOf'] as unknown[]).keys() : []) {
    const inner = childOf(part, 'allOf', i)
    const open = inner.schema === false || depth > schemaLimits.nesting ? undefined : openPart(draft.source, inner)
    if (open) absorb(draft, open, spot, owner, depth + 1)
  }
  introduceBranches(draft, part, spot, owner)
  if (closes(part.schema) || depth > 0) {
    // Closed, as every group here is.
  } else if (part.schema['additionalProperties'] !== undefined && part.schema['additionalProperties'] !== true) say(draft, 'refused', `${part.pointer}/additionalProperties`, 'import.openObject')
  else say(draft, 'converted', part.pointer, 'import.closed')
  const keywords = leftOf(part.schema, new Set(['properties', 'required', 'allOf', 'additionalProperties', ...(part.schema['unevaluatedProperties'] === false ? ['unevaluatedProperties'] : [])]))
  if (keywords.length > 0) draft.remainders.push({ part, keywords, spot })
}

const readOwner = (draft: ImportDraft, part: OpenPart, spot: Spot): Owner | undefined => {
  const owner: Owner = { properties: {}, required: [] }
  draft.owners.set(spot.path, owner)
  absorb(draft, part, spot, owner)
  if (Object.keys(owner.properties).length > 0) return owner
  say(draft, 'refused', part.pointer, 'import.emptyObject')
  draft.owners.delete(spot.path)
  return undefined
}

/** The root: fills the draft's own schema. */
export const readRoot = (draft: ImportDraft, part: OpenPart): void => absorb(draft, flatten(draft, part), { path: '', place: '' }, draft.schema)
