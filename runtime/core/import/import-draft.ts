// A form while it is made from a foreign schema: what was read so far, under which names, and what the schema says more,
// which is judged when all questions are known.
import type { AdvancedRule, FormSchema, Question, Rule } from '#schemas/generated/types.ts'
import { parsePointer, toPointer } from '../issues/json-pointer.ts'
import { normalName } from './normal-name.ts'
import type { ReportLine } from './import-report.ts'
import type { OpenPart, Source } from './schema-source.ts'

/** Where in the answers a part of the schema speaks: under our names, and under those of the source. */
export interface Spot {
  path: string
  place: string
}

export interface Owner {
  properties: Record<string, Question>
  required: string[]
}

/** Keywords that were not read as a question: conditions, alternatives, bounds of what no question has. */
export interface Remainder {
  part: OpenPart
  keywords: readonly string[]
  spot: Spot
}

export interface ImportDraft {
  source: Source
  schema: FormSchema & Owner
  rules: Rule[]
  advanced: AdvancedRule[]
  owners: Map<string, Owner>
  /** Our name by place in the source. */
  names: Map<string, string>
  /** Pointer of the definition, by path. */
  origins: Map<string, string>
  /** Defined by an alternative or a consequence of the schema, not by its properties: how often, and where first. */
  introduced: Map<string, { pointer: string; times: number }>
  /** Asked under a condition. */
  shown: Set<string>
  /** Required whatever else is answered. */
  firm: Set<string>
  /** Required by a rule. */
  required: Set<string>
  /** Groups of which a rule relies on that they are not listed as required. */
  unlisted: Set<string>
  definitions: Map<string, string | undefined>
  remainders: Remainder[]
  questions: number
}

export const beginDraft = (source: Source): ImportDraft => {
  const schema = { type: 'object' as const, properties: {}, required: [] }
  return {
    source, schema, rules: [], advanced: [], owners: new Map([['', schema]]), names: new Map(), origins: new Map(), introduced: new Map(), shown: new Set(), firm: new Set(), required: new Set(),
    unlisted: new Set(), definitions: new Map(), remainders: [], questions: 0,
  }
}

export const say = ({ source }: ImportDraft, fate: ReportLine['fate'], pointer: string, code: string, params: Record<string, unknown> = {}): void => void source.report.push({ fate, pointer, code, params })

export const placeUnder = ({ place }: Spot, name: string): string => place + toPointer([name])

/** Our name of a property of the source; one that no question has stays as it is. */
export const nameAt = (draft: ImportDraft, ownerPlace: string, name: string): string => draft.names.get(ownerPlace + toPointer([name])) ?? name

/** The spot of a known property. */
export const spotAt = (draft: ImportDraft, spot: Spot, name: string): Spot | undefined => {
  const ours = draft.names.get(placeUnder(spot, name))
  return ours === undefined ? undefined : { path: `${spot.path}/${ours}`, place: placeUnder(spot, name) }
}

export const rowsOf = (spot: Spot): Spot => ({ path: `${spot.path}/*`, place: `${spot.place}/*` })

/** Takes a name for a new property; undefined, and said, where it can be none. */
export const takeName = (draft: ImportDraft, spot: Spot, name: string, pointer: string): string | undefined => {
  const owner = draft.owners.get(spot.path)!
  const holder = parsePointer(spot.path).filter((segment) => segment !== '*').at(-1) ?? ''
  const ours = normalName(name, holder, new Set(Object.keys(owner.properties)))
  if (ours === undefined) {
    say(draft, 'refused', pointer, 'import.forbiddenName', { name })
    return undefined
  }
  if (ours !== name) say(draft, 'converted', pointer, 'import.renamed', { name, now: ours })
  draft.names.set(placeUnder(spot, name), ours)
  return ours
}

export const questionAtPath = (draft: ImportDraft, path: string): Question | undefined => {
  const at = path.lastIndexOf('/')
  return draft.owners.get(path.slice(0, at))?.properties[path.slice(at + 1)]
}

/** With what its $ref says under it. */
export const resolvedAt = (draft: ImportDraft, path: string): Question | undefined => {
  const question = questionAtPath(draft, path)
  return question?.$ref ? { ...draft.schema.$defs?.[question.$ref.slice('#/$defs/'.length)], ...question } : question
}

export const isListed = (draft: ImportDraft, path: string): boolean => {
  const at = path.lastIndexOf('/')
  return draft.owners.get(path.slice(0, at))?.required.includes(path.slice(at + 1)) ?? false
}

export const list = (draft: ImportDraft, path: string): void => {
  const at = path.lastIndexOf('/')
  if (!isListed(draft, path)) draft.owners.get(path.slice(0, at))?.required.push(path.slice(at + 1))
}
