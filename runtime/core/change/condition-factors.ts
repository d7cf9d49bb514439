// The few answers that matter to conditions: for each question that they read, the values they tell apart, and having no answer.
// Trying all of them together says for certain where two conditions differ.
import { evaluateCondition } from '../condition/evaluate-condition.ts'
import { isRecord, writeAt, type Answers } from '../issues/json-pointer.ts'
import type { Condition, Question } from '#schemas/generated/types.ts'

type Value = string | number | boolean

/** One way to answer a question, as a condition on it, with an answer that is such. */
export interface FactorLevel {
  when: Condition
  /** Absent: there is no answer. */
  value?: unknown
}

/** One question, or one option of a question that takes several: the levels exclude each other and leave nothing out. */
export interface Factor {
  path: string
  /** Of a question that takes several: the option that is picked or not. */
  pick?: Value
  levels: FactorLevel[]
}

interface Read {
  values: Set<Value>
  bounds: Set<number>
  picks: Set<Value>
  isAnswered: boolean
}

const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const
const known = new Set(['const', 'enum', 'not', 'allOf', 'anyOf', 'properties', 'required', 'contains', ...bounds])

/** Undefined where something is read that levels cannot tell apart: rows of a table. */
const readIn = (condition: Condition, path: string, found: Map<string, Read>): boolean => {
  if (Object.keys(condition).some((key) => !known.has(key))) return false
  const at = (where: string): Read => {
    const read = found.get(where) ?? { values: new Set(), bounds: new Set(), picks: new Set(), isAnswered: false }
    found.set(where, read)
    return read
  }
  for (const value of [condition.const, ...(condition.enum ?? [])]) if (value !== undefined) at(path).values.add(value)
  for (const word of bounds) if (condition[word] !== undefined) at(path).bounds.add(condition[word])
  if (condition.contains) {
    const { const: one, enum: many, ...rest } = condition.contains
    if (Object.keys(rest).length > 0) return false
    for (const value of [one, ...(many ?? [])]) if (value !== undefined) at(path).picks.add(value)
  }
  const children = [...new Set([...Object.keys(condition.properties ?? {}), ...(condition.required ?? [])])]
  const insides = children.every((name) => {
    const inner = condition.properties?.[name]
    if (!inner || Object.keys(inner).length === 0) at(`${path}/${name}`).isAnswered = true
    return !inner || readIn(inner, `${path}/${name}`, found)
  })
  return insides && [...(condition.allOf ?? []), ...(condition.anyOf ?? []), ...(condition.not ? [condition.not] : [])].every((part) => readIn(part, path, found))
}

const at = (path: string, inner: Condition): Condition =>
  path.split('/').slice(1).reduceRight<Condition>((within, name) => ({ ...(Object.keys(within).length > 0 && { properties: { [name]: within } }), required: [name] }), inner)

const unanswered = (path: string): FactorLevel => ({ when: { not: at(path, {}) } })
const isLevel = (path: string, value: Value): FactorLevel => ({ when: at(path, { const: value }), value })

const optionsOf = (question: Question | undefined): Value[] | undefined =>
  question?.oneOf?.map((option) => option.const) ?? question?.enum ?? (question?.type === 'boolean' ? [true, false] : undefined)

/** Between and at the numbers that are named; whole numbers have nothing between neighbours. */
const numberLevels = (path: string, limits: readonly number[], isWhole: boolean): FactorLevel[] => {
  const step = isWhole ? 1 : 0.5
  const [first, last] = [limits[0]!, limits.at(-1)!]
  const between = limits.slice(1).flatMap((limit, i) => (isWhole && limit - limits[i]! < 2 ? [] : [{ when: at(path, { exclusiveMinimum: limits[i]!, exclusiveMaximum: limit }), value: isWhole ? limits[i]! + 1 : (limits[i]! + limit) / 2 }]))
  const all = [{ when: at(path, { exclusiveMaximum: first }), value: first - step }, ...limits.map((limit) => isLevel(path, limit)), ...between, { when: at(path, { exclusiveMinimum: last }), value: last + step }]
  return all.sort((a, b) => Number(a.value) - Number(b.value))
}

/** A text that nobody names. */
const another = '\u0000'

const levelsOf = (path: string, { values, bounds: limits }: Read, question: Question | undefined): FactorLevel[] => {
  const none = unanswered(path)
  const numbers = [...new Set([...limits, ...[...values].filter((value) => typeof value === 'number')])].sort((a, b) => a - b)
  const options = optionsOf(question)
  const named = [...new Set([...values, ...(options && options.length <= 8 ? options : [])])]
  if (!options && numbers.length > 0) return [...numberLevels(path, numbers, question?.type === 'integer'), none]
  if (named.length === 0) return [{ when: at(path, {}), value: another }, none]
  const isAll = options !== undefined && options.every((option) => named.includes(option))
  return [...named.map((value) => isLevel(path, value)), ...(isAll ? [] : [{ when: { allOf: [at(path, {}), { not: at(path, { enum: named as string[] }) }] }, value: another }]), none]
}

/** What is known of the questions that conditions read. */
export interface AboutQuestions {
  questionAt: (path: string) => Question | undefined
  /** Nobody leaves it out. */
  isAnswered?: (path: string) => boolean
}

export const isNone = ({ value }: FactorLevel): boolean => value === undefined

/** The factors of both conditions together; undefined where their answers cannot be listed. */
export const factorsOf = (conditions: readonly Condition[], { questionAt, isAnswered = () => false }: AboutQuestions): Factor[] | undefined => {
  const found = new Map<string, Read>()
  if (!conditions.every((condition) => readIn(condition, '', found))) return undefined
  const factors: Factor[] = []
  for (const [path, read] of found) {
    if (path === '' || [...found.keys()].some((other) => other.startsWith(`${path}/`))) continue
    if (read.picks.size > 0) factors.push(...[...read.picks].map((pick): Factor => ({ path, pick, levels: [{ when: at(path, { contains: { const: pick } }), value: pick }, { when: { not: at(path, { contains: { const: pick } }) } }] })))
    else factors.push({ path, levels: levelsOf(path, read, questionAt(path)).filter((level) => !isNone(level) || !isAnswered(path)) })
  }
  return factors
}

/** Answers in which each factor has its level. */
export const answersFor = (factors: readonly Factor[], chosen: readonly number[]): Answers =>
  factors.reduce<Answers>((answers, { path, pick, levels }, i) => {
    const { value } = levels[chosen[i]!]!
    if (value === undefined) return answers
    const before = pick === undefined ? undefined : path.split('/').slice(1).reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), answers)
    return writeAt(answers, path, pick === undefined ? value : [...(Array.isArray(before) ? before : []), value])
  }, {})

export const holdsFor = (condition: Condition, factors: readonly Factor[], chosen: readonly number[]): boolean => evaluateCondition(condition, answersFor(factors, chosen))
