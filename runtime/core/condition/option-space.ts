// The finite space in which conditions are looked at: for each question the few answers that conditions can tell apart, as
// every option that is named and one that is not, or the numbers at and around each limit. No answer is left out that some
// condition would judge otherwise, so what never holds here never holds at all.
import type { Condition, Question } from '#schemas/generated/types.ts'
import { questionOrPart } from '../form/cascades.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { resolveQuestion } from '../form/walk-form.ts'

export type Answer = string | number | boolean

/** Not answered; of a list or table that it has an answer, whatever it holds. */
export const absent = Symbol('absent')
export const present = Symbol('present')
export type Situation = Answer | typeof absent | typeof present

export interface OptionSpace {
  /** What an answer may be, besides absent; undefined for a path that no question has. */
  answersAt(path: string): readonly (Answer | typeof present)[] | undefined
}

type Mentions = Map<string, Set<Answer>>

const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const

/** Notes every value that a condition compares the answer at each path with. */
const note = (condition: Condition, path: string, into: Mentions): void => {
  const named = [...(condition.const === undefined ? [] : [condition.const]), ...(condition.enum ?? []), ...limits.flatMap((key) => condition[key] ?? [])]
  if (named.length > 0) into.set(path, new Set([...(into.get(path) ?? []), ...named]))
  for (const [name, inner] of Object.entries(condition.properties ?? {})) note(inner, `${path}/${name}`, into)
  for (const part of [...(condition.allOf ?? []), ...(condition.anyOf ?? []), ...(condition.not ? [condition.not] : [])]) note(part, path, into)
  if (condition.contains) note(condition.contains, `${path}/*`, into)
}

/** One that is none of these: what a person may type besides. */
const anotherText = (named: ReadonlySet<Answer>): string => {
  let text = '…'
  while (named.has(text)) text += '…'
  return text
}

const numbersAround = (question: Question, named: readonly number[]): number[] => {
  const low = question.minimum ?? question.exclusiveMinimum
  const high = question.maximum ?? question.exclusiveMaximum
  const marks = [...new Set([...named, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])])].sort((a, b) => a - b)
  const whole = question.type === 'integer'
  const between = marks.flatMap((mark, i) => (i === 0 ? [] : [whole ? Math.floor((marks[i - 1]! + mark) / 2) : (marks[i - 1]! + mark) / 2]))
  const around = marks.length === 0 ? [0] : [marks[0]! - 1, ...marks, ...between, ...(whole ? marks.flatMap((mark) => [mark - 1, Math.floor(mark), Math.ceil(mark), mark + 1]) : []), marks.at(-1)! + 1]
  const allowed = (value: number): boolean =>
    (!whole || Number.isInteger(value)) && (question.minimum === undefined || value >= question.minimum) && (question.maximum === undefined || value <= question.maximum) &&
    (question.exclusiveMinimum === undefined || value > question.exclusiveMinimum) && (question.exclusiveMaximum === undefined || value < question.exclusiveMaximum)
  return [...new Set(around)].filter(allowed)
}

const scalarAnswers = (question: Question, named: ReadonlySet<Answer>): Answer[] => {
  if (question.const !== undefined) return [question.const]
  if (question.type === 'boolean') return [true, false]
  const options = question.enum ?? question.oneOf?.map((option) => option.const)
  if (options) {
    const other = options.find((value) => !named.has(value))
    return [...options.filter((value) => named.has(value)), ...(other === undefined ? [] : [other])]
  }
  if (question.type === 'number' || question.type === 'integer') return numbersAround(question, [...named].filter((value) => typeof value === 'number'))
  return [...[...named].filter((value) => typeof value === 'string'), anotherText(named)]
}

/** Over these conditions, each with the prefix of what it reads. */
export const optionSpace = (form: CompiledForm, conditions: readonly { when: Condition; within?: string }[]): OptionSpace => {
  const mentions: Mentions = new Map()
  for (const { when, within } of conditions) note(when, within === undefined ? '' : `${within}/*`, mentions)
  const made = new Map<string, readonly (Answer | typeof present)[] | undefined>()
  const make = (path: string): readonly (Answer | typeof present)[] | undefined => {
    const found = questionOrPart(form.questions, path, form.form.schema.$defs)
    if (!found) return undefined
    const question = resolveQuestion(found, form.form.schema.$defs)
    return question.type === 'object' || question.type === 'array' ? [present] : scalarAnswers(question, mentions.get(path) ?? new Set())
  }
  return {
    answersAt: (path) => {
      if (!made.has(path)) made.set(path, make(path))
      return made.get(path)
    },
  }
}
