// Keeps what no rule can say as an advanced rule: word for word, its references filled in, under our names, said of the whole
// answers. What is not safe to compile is refused with the reason.
import type { AdvancedRule } from '#schemas/generated/types.ts'
import { advancedFaults, patternsInSchema, pathsInSchema, renameInSchema } from '../form/advanced-rules.ts'
import type { JsonSchema } from '../form/compiled-form.ts'
import { isRecord, parsePointer, toPointer } from '../issues/json-pointer.ts'
import { nameAt, say, type ImportDraft, type Spot } from './import-draft.ts'
import { patternDoubt } from './pattern-doubt.ts'
import { childOf, openPart, refuse, type OpenPart, type Part } from './schema-source.ts'

const single = ['items', 'contains', 'additionalProperties', 'propertyNames', 'if', 'then', 'else', 'not']
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const byName = ['properties', 'dependentSchemas']

/** The part without references; undefined when one leads nowhere, which was said. */
const inline = (draft: ImportDraft, part: Part): unknown => {
  if (typeof part.schema === 'boolean') return part.schema
  const open = openPart(draft.source, part)
  if (!open) return undefined
  const made: JsonSchema = {}
  for (const [keyword, value] of Object.entries(open.schema)) {
    if (keyword === '$defs' || keyword === 'definitions' || keyword === '$schema' || keyword === '$id' || keyword === '$anchor') continue
    const inner = single.includes(keyword) ? inline(draft, childOf(open, keyword))
      : listed.includes(keyword) && Array.isArray(value) ? allOrNone(value.map((_each, i) => inline(draft, childOf(open, keyword, i))))
        : byName.includes(keyword) && isRecord(value) ? named(Object.keys(value).map((name) => [name, inline(draft, childOf(open, keyword, name))])) : value
    if (inner === undefined) return undefined
    made[keyword] = inner
  }
  return made
}

const allOrNone = (values: unknown[]): unknown[] | undefined => (values.includes(undefined) ? undefined : values)
const named = (entries: [string, unknown][]): JsonSchema | undefined => (entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries))

/** Says of the whole answers what a schema says at one place of them. */
const atPlace = (path: string, schema: JsonSchema): JsonSchema =>
  parsePointer(path).reduceRight<JsonSchema>((inner, segment) => (segment === '*' ? { items: inner } : { properties: { [segment]: inner } }), schema)

const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without)
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !['title', 'description', 'default', 'examples'].includes(key)).map(([key, each]) => [key, without(each)])) : value
}

/** Names that people call things by are not what a rule is about. */
const isUseless = (schema: JsonSchema): boolean => Object.keys(without(schema) as object).length === 0

const refuseAll = (draft: ImportDraft, pointer: string, schema: JsonSchema): boolean => {
  const doubtful = patternsInSchema(schema).map((each) => ({ ...each, doubt: patternDoubt(each.pattern) })).find(({ doubt }) => doubt !== undefined)
  const fault = advancedFaults(schema)[0]
  if (fault) refuse(draft.source, pointer, fault.code === 'lint.advancedKeyword' ? 'import.cannot' : 'import.cannotSize', fault.params)
  else if (doubtful) refuse(draft.source, pointer, `import.pattern.${doubtful.doubt!}`)
  return Boolean(fault ?? doubtful)
}

/** Some of the keywords of a part, as an advanced rule about what stands at a spot. */
export const lockPart = (draft: ImportDraft, part: OpenPart, keywords: readonly string[], spot: Spot): void => {
  const pointer = keywords.length === 1 ? (part.from?.[keywords[0]!] ?? part.pointer + toPointer([keywords[0]!])) : part.pointer
  const chosen: JsonSchema = Object.fromEntries(keywords.filter((keyword) => Object.hasOwn(part.schema, keyword)).map((keyword) => [keyword, part.schema[keyword]]))
  if (isUseless(chosen)) return
  const plain = inline(draft, { ...part, schema: chosen })
  if (!isRecord(plain)) return
  const ours = atPlace(spot.path, renameInSchema(plain, spot.place, (owner, name) => nameAt(draft, owner, name)) as JsonSchema)
  if (refuseAll(draft, pointer, ours)) return
  draft.advanced.push({ id: '', title: titleOf(part, pointer), 'x-i18n': { en: { title: titleOf(part, pointer, 'en') } }, schema: ours })
  say(draft, 'locked', pointer, 'import.locked', { keywords: keywords.join(', '), n: pathsInSchema(ours).length })
}

export const titleOf = ({ schema }: OpenPart, pointer: string, locale: 'vi' | 'en' = 'vi'): string => {
  const own = [schema['$comment'], schema['title'], schema['description']].find((each) => typeof each === 'string' && each.trim() !== '' && !('properties' in schema && each === schema['title'])) as string | undefined
  return (own ?? `${locale === 'vi' ? 'Điều kiện nhập từ' : 'Condition imported from'} ${pointer || '/'}`).slice(0, 500)
}

const mostRules = 50
const partsPerRule = 20

/** More rules than a form may have become fewer rules of several parts. */
export const gatherAdvanced = (rules: readonly AdvancedRule[]): AdvancedRule[] => {
  if (rules.length <= mostRules) return rules.map((rule, i) => ({ ...rule, id: `nang-cao-${i + 1}` }))
  const bundles = Array.from({ length: Math.ceil(rules.length / partsPerRule) }, (_none, i) => rules.slice(i * partsPerRule, (i + 1) * partsPerRule))
  return bundles.slice(0, mostRules).map((bundle, i) => ({ ...bundle[0]!, id: `nang-cao-${i + 1}`, schema: { allOf: bundle.map((rule) => rule.schema) } }))
}
