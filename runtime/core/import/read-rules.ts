// Turns if/then/else of a foreign schema into rules that say exactly the same, one sentence each; where that cannot be, the
// whole stays as an advanced rule. A published schema of ours comes back as the rules that it was made from.
import type { Condition, Rule } from '#schemas/generated/types.ts'
import { conditionReferences } from '../condition/references.ts'
import { parsePointer } from '../issues/json-pointer.ts'
import { isListed, list, resolvedAt, say, type ImportDraft, type Spot } from './import-draft.ts'
import { lockPart, titleOf } from './lock-schema.ts'
import { readCondition } from './read-condition.ts'
import { canLimit, effectsOf, type Effects } from './read-effects.ts'
import { childOf, type OpenPart } from './schema-source.ts'

type Effect = Pick<Rule, 'show' | 'require' | 'limit' | 'refuse'>

interface Made {
  rules: { when: Condition; within?: string; effect: Effect }[]
  shown: string[]
  required: string[]
  listed: string[]
  unlisted: string[]
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** Groups that hold a question, below the answers or the row that a rule speaks of. */
const groupsAbove = (path: string, base: string): string[] => {
  const parent = parentOf(path).replace(/\/\*$/, '')
  return parent.length <= base.length || parent === '' ? [] : [...groupsAbove(parent, base), parent]
}

const withinOf = (path: string): string | undefined => (path.includes('/*') ? path.slice(0, path.lastIndexOf('/*')) : undefined)
const baseOf = (within: string | undefined): string => (within === undefined ? '' : `${within}/*`)

/** The condition as seen from the answers or the row; a group that is not there meets no condition about it. */
const wrap = (condition: Condition, path: string, base: string): Condition =>
  parsePointer(path.slice(base.length)).reduceRight<Condition>((inner, name) => ({ required: [name], properties: { [name]: inner } }), condition)

const hasFirmChild = (draft: ImportDraft, path: string): boolean => {
  const owner = draft.owners.get(path)
  return owner?.required.some((name) => !draft.shown.has(`${path}/${name}`)) ?? false
}

const isGroup = (draft: ImportDraft, path: string): boolean => draft.owners.has(path) && resolvedAt(draft, path)?.['x-field'] !== 'address'

const unreadable = new Error('No rule says the same')

const demand = (holds: boolean): void => { if (!holds) throw unreadable }

/** A question asked when the condition holds; required with it when the source requires it then. */
const readShow = (draft: ImportDraft, made: Made, path: string, base: string, required: Set<string>, isNested: boolean): void => {
  demand(!draft.shown.has(path) && !draft.firm.has(path) && !made.shown.includes(path) && (isNested || path.startsWith(`${base}/`)))
  // What a rule before requires without asking would be required only when asked from now on.
  demand(![...draft.required, ...made.required].some((each) => each === path || each.startsWith(`${path}/`)))
  const groups = groupsAbove(path, base)
  const isRequired = required.delete(path)
  if (isRequired && isGroup(draft, path)) demand(hasFirmChild(draft, path))
  demand(isRequired || !isListed(draft, path) || (isGroup(draft, path) && !hasFirmChild(draft, path)))
  if (isRequired) made.listed.push(path)
  for (const group of groups) {
    if (!isRequired || draft.firm.has(group)) continue
    const isSaid = required.has(group)
    if (!isSaid) {
      demand(!isListed(draft, group) && !made.listed.includes(group))
      made.unlisted.push(group)
    } else if (!isListed(draft, group)) {
      demand(!hasFirmChild(draft, group) && !draft.unlisted.has(group))
      made.listed.push(group)
    }
  }
  if (isRequired) for (const group of groups) required.delete(group)
  made.shown.push(path)
}

const conjuncts = (condition: Condition): string[] => (condition.allOf && Object.keys(condition).length === 1 ? condition.allOf.flatMap(conjuncts) : [JSON.stringify(condition)])

/** A rule of ours requires only what is asked. The source may require what it forbids: then both must be said together. */
const isAskedWhen = (draft: ImportDraft, path: string, within: string | undefined, when: Condition): boolean => {
  const said = new Set(conjuncts(when))
  return draft.rules.every((rule) => !rule.show?.some((target) => baseOf(rule.within) + target === path) || (rule.within === within && conjuncts(rule.when).every((each) => said.has(each))))
}

const readRequired = (draft: ImportDraft, path: string, scope: { base: string; within?: string; when: Condition }, required: ReadonlySet<string>, made: Made): void => {
  const { base, within, when } = scope
  demand(path.startsWith(`${base}/`))
  for (const each of [path, ...groupsAbove(path, '')]) demand(!made.shown.includes(each) && isAskedWhen(draft, each, within, when))
  made.required.push(path)
  for (const group of groupsAbove(path, base)) {
    if (draft.firm.has(group) || required.has(group)) continue
    demand(!isListed(draft, group) && !made.listed.includes(group))
    made.unlisted.push(group)
  }
}

interface Side { when: Condition; yes: Effects; no: Effects }

const readSide = (draft: ImportDraft, made: Made, { when, yes, no }: Side, spot: Spot): void => {
  const within = withinOf(spot.path)
  const base = baseOf(within)
  const add = (effect: Effect): void => void made.rules.push({ when, ...(within !== undefined && { within }), effect })
  const local = (path: string): string => path.slice(base.length)
  const required = new Set(yes.require)
  const nested = yes.nested.length > 0
  const shown = [...new Set([...no.forbid.filter((path) => nested || !isLimit(draft, path, yes)), ...yes.show])]
  if (nested) {
    const [inner] = yes.nested
    demand(yes.nested.length === 1 && required.size === 0 && yes.limits.length === 0 && yes.show.length === 0 && yes.forbid.length === 0 && within === undefined)
    const [before, rules] = [made.shown.length, made.rules.length]
    const rows = readBranch(draft, made, inner!.part, inner!.spot)
    // Only what is asked for each row may hang on the answers as well: both must hold, and nothing else is said.
    demand(rows && shown.length > 0 && made.rules.slice(rules).every((rule) => rule.effect.show && rule.within !== undefined) && made.shown.slice(before).sort().join() === [...shown].sort().join())
    return add({ show: shown })
  }
  for (const path of shown) readShow(draft, made, path, base, required, false)
  // A question that waits for itself is never asked.
  demand(!conditionReferences(when, within).some((read) => shown.some((path) => read === path || read.startsWith(`${path}/`))))
  if (shown.length > 0) add({ show: shown.map(local) })
  for (const path of required) readRequired(draft, path, { base, when, ...(within !== undefined && { within }) }, required, made)
  if (required.size > 0) add({ require: [...required].map(local) })
  for (const { path, options } of yes.limits) add({ limit: { path: local(path), options } })
  for (const path of yes.forbid) if (isLimit(draft, path, no)) add({ limit: { path: local(path), options: [] } })
  if (yes.refuses) add({ refuse: { message: 'Hồ sơ không thể nộp theo thủ tục này.', 'x-i18n': { en: { message: 'This dossier cannot be filed under this procedure.' } } } })
}

/** Nothing may be chosen, where an option could be: a limit of no option, not a question that is not asked. */
const isLimit = (draft: ImportDraft, path: string, other: Effects): boolean =>
  canLimit(draft, path) && (draft.shown.has(path) || draft.firm.has(path)) && !other.require.includes(path) && !other.show.includes(path)

/** False when it is no if/then/else that rules can say. */
const readBranch = (draft: ImportDraft, made: Made, part: OpenPart, spot: Spot): boolean => {
  const when = readCondition(draft, childOf(part, 'if'), spot)
  const [yes, no] = (['then', 'else'] as const).map((keyword) => effectsOf(draft, childOf(part, keyword), spot))
  if (!when || !yes || !no || !draft.owners.has(spot.path)) return false
  const base = baseOf(withinOf(spot.path))
  readSide(draft, made, { when: wrap(when, spot.path, base), yes, no }, spot)
  readSide(draft, made, { when: wrap(when.not && Object.keys(when).length === 1 ? when.not : { not: when }, spot.path, base), yes: no, no: yes }, spot)
  return true
}

const key = (rule: { when: Condition; within?: string }): string => JSON.stringify([rule.when, rule.within ?? ''])

const keep = (draft: ImportDraft, made: Made, part: OpenPart, pointer: string): void => {
  for (const path of made.shown) draft.shown.add(path)
  for (const path of made.listed) list(draft, path)
  for (const path of made.required) draft.required.add(path)
  for (const path of made.unlisted) draft.unlisted.add(path)
  for (const { effect, ...scope } of made.rules) {
    const same = effect.show && draft.rules.find((rule) => rule.show && key(rule) === key(scope) && rule.show.length + effect.show!.length <= 200)
    if (same) same.show!.push(...effect.show!.filter((path) => !same.show!.includes(path)))
    else draft.rules.push({ id: `quy-tac-${draft.rules.length + 1}`, title: titleOf(part, pointer), 'x-i18n': { en: { title: titleOf(part, pointer, 'en') } }, ...scope, ...effect })
  }
}

const mostRules = 500

/** The rules that say the same; undefined when there are none. */
const tryRules = (draft: ImportDraft, read: (made: Made) => boolean): Made | undefined => {
  const made: Made = { rules: [], shown: [], required: [], listed: [], unlisted: [] }
  try {
    return read(made) && draft.rules.length + made.rules.length <= mostRules ? made : undefined
  } catch (error) {
    if (error === unreadable) return undefined
    throw error
  }
}

export const readConditional = (draft: ImportDraft, part: OpenPart, spot: Spot): void => {
  const pointer = part.from?.['if'] ? part.from['if'].replace(/\/if$/, '') : part.pointer
  const before = draft.source.report.length
  const made = tryRules(draft, (into) => readBranch(draft, into, part, spot))
  if (!made) {
    draft.source.report.length = before
    return lockPart(draft, part, ['if', 'then', 'else'], spot)
  }
  keep(draft, made, part, pointer)
  say(draft, 'converted', pointer, made.rules.length > 0 ? 'import.rule' : 'import.ruleEmpty', { n: made.rules.length })
}

/** When one question is answered, others must be: `dependentRequired`. */
export const readDependent = (draft: ImportDraft, part: OpenPart, spot: Spot): void => {
  const lists = part.schema['dependentRequired'] as Record<string, string[]>
  for (const [name, others] of Object.entries(lists)) {
    const plain: OpenPart = { ...part, schema: { if: { required: [name] }, then: { required: others } }, pointer: `${part.from?.['dependentRequired'] ?? `${part.pointer}/dependentRequired`}/${name}`, from: {} }
    readConditional(draft, plain, spot)
  }
}

/** What may not be, as a refusal: `not` with a condition. */
export const readRefusal = (draft: ImportDraft, part: OpenPart, spot: Spot): void => {
  const plain: OpenPart = { ...part, schema: { if: part.schema['not'], then: false }, from: { if: part.from?.['not'] ?? `${part.pointer}/not` } }
  const before = draft.source.report.length
  const made = draft.owners.has(spot.path) ? tryRules(draft, (into) => readBranch(draft, into, plain, spot)) : undefined
  if (!made) {
    draft.source.report.length = before
    return lockPart(draft, part, ['not'], spot)
  }
  keep(draft, made, part, `${part.pointer}/not`)
  say(draft, 'converted', `${part.pointer}/not`, 'import.rule', { n: made.rules.length })
}
