// What a foreign schema says beyond its questions, once all questions are known: conditions become rules, what only adds is
// looked into, everything else is locked or refused.
import { isRecord } from '../issues/json-pointer.ts'
import { list, resolvedAt, rowsOf, say, spotAt, type ImportDraft, type Remainder, type Spot } from './import-draft.ts'
import { lockPart } from './lock-schema.ts'
import { readConditional, readDependent, readRefusal } from './read-rules.ts'
import { childOf, openPart, refuse, type OpenPart, type Part } from './schema-source.ts'

const conditional = new Set(['if', 'then', 'else'])

/** What no question and no advanced rule can say, each with its own reason. */
const impossible: Record<string, string> = {
  patternProperties: 'import.patternProperties', unevaluatedProperties: 'import.unevaluated', unevaluatedItems: 'import.unevaluated', $dynamicRef: 'import.dynamicRef', $recursiveRef: 'import.dynamicRef',
  $dynamicAnchor: 'import.dynamicRef', $recursiveAnchor: 'import.dynamicRef',
}

const openAll = (draft: ImportDraft, part: OpenPart, keyword: string): OpenPart[] =>
  (Array.isArray(part.schema[keyword]) ? (part.schema[keyword] as unknown[]) : []).flatMap((_each, i) => openPart(draft.source, childOf(part, keyword, i)) ?? [])

/** Says a part of something that is known already. */
const assert = (draft: ImportDraft, part: Part, spot: Spot): void => {
  if (part.schema === true) return
  const open = openPart(draft.source, part)
  if (open) readRemainder(draft, { part: open, keywords: Object.keys(open.schema), spot })
}

const readProperties = (draft: ImportDraft, part: OpenPart, spot: Spot): void => {
  for (const name of Object.keys(part.schema['properties'] as object)) {
    const here = spotAt(draft, spot, name)
    const child = childOf(part, 'properties', name)
    if (here && child.schema !== false && draft.origins.get(here.path) !== child.pointer) assert(draft, child, here)
    else if (child.schema === false && here) lockPart(draft, { ...part, schema: { properties: { [name]: false } }, from: { properties: child.pointer } }, ['properties'], spot)
  }
}

const readRequired = (draft: ImportDraft, part: OpenPart, spot: Spot): void => {
  for (const name of part.schema['required'] as string[]) {
    const here = spotAt(draft, spot, name)
    if (!here || draft.firm.has(here.path)) continue
    draft.firm.add(here.path)
    list(draft, here.path)
  }
}

/** Whether a keyword only repeats what the question says anyway. */
const isKnown = (draft: ImportDraft, spot: Spot, keyword: string, value: unknown): boolean => {
  const question = resolvedAt(draft, spot.path) as Record<string, unknown> | undefined
  if (keyword === 'type') return value === question?.['type'] || (value === 'object' && draft.owners.has(spot.path))
  return JSON.stringify(question?.[keyword]) === JSON.stringify(value)
}

export const readRemainder = (draft: ImportDraft, { part, keywords, spot }: Remainder): void => {
  if (keywords.includes('if')) readConditional(draft, part, spot)
  const isOwner = draft.owners.has(spot.path)
  for (const keyword of keywords) {
    const value = part.schema[keyword]
    const at = part.from?.[keyword] ?? `${part.pointer}/${keyword}`
    if (conditional.has(keyword)) continue
    if (impossible[keyword]) refuse(draft.source, at, impossible[keyword], { keyword })
    else if (keyword === 'dependentRequired' && isOwner && isRecord(value)) readDependent(draft, part, spot)
    else if (keyword === 'dependentSchemas' && isOwner && isRecord(value)) for (const name of Object.keys(value)) readConditional(draft, dependentPart(part, name, at), spot)
    else if (keyword === 'not') readRefusal(draft, part, spot)
    else if (keyword === 'allOf') for (const each of openAll(draft, part, 'allOf')) readRemainder(draft, { part: each, keywords: Object.keys(each.schema), spot })
    else if (keyword === 'properties' && isOwner && isRecord(value)) readProperties(draft, part, spot)
    else if (keyword === 'required' && isOwner && Array.isArray(value)) readRequired(draft, part, spot)
    else if (keyword === 'items' && (draft.owners.has(`${spot.path}/*`) || resolvedAt(draft, spot.path)?.type === 'array')) assert(draft, childOf(part, 'items'), rowsOf(spot))
    else if (!isKnown(draft, spot, keyword, value)) lockOrSay(draft, part, keyword, spot, at)
  }
}

const dependentPart = (part: OpenPart, name: string, at: string): OpenPart =>
  ({ ...part, schema: { if: { required: [name] }, then: (part.schema['dependentSchemas'] as Record<string, unknown>)[name] }, pointer: `${at}/${name}`, from: { then: `${at}/${name}`, if: `${at}/${name}/if` } })

const silent = new Set(['additionalProperties', '$ref', 'x-field'])

const lockOrSay = (draft: ImportDraft, part: OpenPart, keyword: string, spot: Spot, at: string): void => {
  if (silent.has(keyword) || keyword.startsWith('x-')) return
  if (['const', 'enum', 'multipleOf', 'uniqueItems', 'contains', 'prefixItems', 'propertyNames', 'anyOf', 'oneOf', 'pattern', 'items', 'properties', 'required', 'type'].includes(keyword) || /^(?:min|max|exclusive)/.test(keyword)) {
    if (keyword === 'contains') lockPart(draft, part, ['contains', 'minContains', 'maxContains'], spot)
    else if (keyword !== 'minContains' && keyword !== 'maxContains') lockPart(draft, part, [keyword], spot)
    return
  }
  if (!noMeaning.has(keyword)) say(draft, 'converted', at, 'import.unknownKeyword', { keyword })
}

const noMeaning = new Set(['title', 'description', 'default', 'examples', 'readOnly', 'writeOnly', 'deprecated', '$comment', '$id', 'id', '$anchor', '$schema', '$defs', 'definitions', 'format', 'nullable', 'enumNames', 'contentEncoding', 'contentMediaType', '$vocabulary'])
