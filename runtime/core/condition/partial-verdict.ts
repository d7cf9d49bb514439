// What a condition says while only some answers are known: that it holds, that it does not, which answer would have to be
// known next, or that this cannot be told at all.
import type { Condition } from '#schemas/generated/types.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { evaluateCondition } from './evaluate-condition.ts'
import { absent, type Situation } from './option-space.ts'

/** An answer by its path, or one statement about the items of a list. */
export interface Unknown {
  key: string
  path: string
  /** Of a statement about the items of a list: some item is so. */
  item?: Condition
}

export type PartialVerdict = boolean | 'unclear' | Unknown

export type Known = ReadonlyMap<string, Situation | boolean>

interface Look {
  form: CompiledForm
  known: Known
}

const negate = (verdict: PartialVerdict): PartialVerdict => (typeof verdict === 'boolean' ? !verdict : verdict)

/** Decided by the first that decides; otherwise an answer to ask for goes before what cannot be told. */
const decide = (verdicts: Iterable<PartialVerdict>, deciding: boolean): PartialVerdict => {
  let open: PartialVerdict | undefined
  for (const verdict of verdicts) {
    if (verdict === deciding) return deciding
    if (typeof verdict === 'boolean') continue
    if (open === undefined || open === 'unclear') open = verdict
  }
  return open ?? !deciding
}

export const allHold = (verdicts: Iterable<PartialVerdict>): PartialVerdict => decide(verdicts, false)

const situationAt = (path: string, { known }: Look): Situation | Unknown => (known.has(path) ? (known.get(path) as Situation) : { key: path, path })
const isUnknown = (situation: Situation | Unknown): situation is Unknown => typeof situation === 'object'

const isFilled = (path: string, look: Look): PartialVerdict => {
  const situation = situationAt(path, look)
  return isUnknown(situation) ? situation : situation !== absent
}

const someItem = (item: Condition, path: string, { known }: Look): PartialVerdict => {
  const key = `${path} has ${JSON.stringify(item)}`
  return known.has(key) ? (known.get(key) as boolean) : { key, path, item }
}

const containsAt = (item: Condition, path: string, look: Look): PartialVerdict => {
  const filled = isFilled(path, look)
  if (filled !== true) return negate(filled)
  const isList = item.enum !== undefined && Object.keys(item).length === 1
  return isList ? decide(item.enum!.map((value) => someItem({ const: value }, path, look)), true) : someItem(item, path, look)
}

/** Tests of one answer; what is not answered satisfies them. */
const scalarAt = (tests: Condition, path: string, look: Look): PartialVerdict => {
  if (path === '' || path.endsWith('/*')) return 'unclear'
  const situation = situationAt(path, look)
  if (isUnknown(situation)) return situation
  if (situation === absent) return true
  return typeof situation === 'symbol' ? 'unclear' : evaluateCondition(tests, situation)
}

const isGroup = (path: string, { form }: Look): boolean => {
  const question = form.questions.get(path)
  return question !== undefined && (question.kind === 'group' || question.question.type === 'object')
}

/** A group is answered when something in it is: what it must hold says that already. */
const groupAt = (inner: Condition, isRequired: boolean, path: string, look: Look): PartialVerdict => {
  const verdict = verdictAt(inner, path, look)
  return isRequired || verdict === true ? verdict : 'unclear'
}

const nameAt = (name: string, condition: Condition, path: string, look: Look): PartialVerdict => {
  const here = `${path}/${name}`
  const inner = condition.properties && Object.hasOwn(condition.properties, name) ? condition.properties[name] : undefined
  const isRequired = condition.required?.includes(name) ?? false
  if (inner?.required?.length && isGroup(here, look)) return groupAt(inner, isRequired, here, look)
  return allHold([...(isRequired ? [isFilled(here, look)] : []), ...(inner ? [ifFilled(inner, here, look)] : [])])
}

const ifFilled = (inner: Condition, path: string, look: Look): PartialVerdict => {
  const filled = isFilled(path, look)
  return filled === true ? verdictAt(inner, path, look) : negate(filled)
}

/** What a condition says of the answer at a path; '' for all answers, `/mau/*` for a row. */
export const verdictAt = (condition: Condition, path: string, look: Look): PartialVerdict => {
  const { properties, required, contains, allOf, anyOf, not, ...tests } = condition
  const names = [...new Set([...(required ?? []), ...Object.keys(properties ?? {})])]
  return allHold([
    ...names.map((name) => nameAt(name, condition, path, look)),
    ...(contains ? [containsAt(contains, path, look)] : []),
    ...(Object.keys(tests).length > 0 ? [scalarAt(tests, path, look)] : []),
    ...(allOf ?? []).map((part) => verdictAt(part, path, look)),
    ...(anyOf ? [decide(anyOf.map((part) => verdictAt(part, path, look)), true)] : []),
    ...(not ? [negate(verdictAt(not, path, look))] : []),
  ])
}
