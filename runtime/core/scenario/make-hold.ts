// Changes answers so that a condition holds, or does not: the shortest way to a question that is asked only sometimes.
// What cannot be brought about so is left as it is; make-answers.ts finds out.
import type { Condition, Question } from '#schemas/generated/types.ts'
import type { CompiledForm, ScopedCondition } from '../form/compiled-form.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import { expandPath, parentPath, readAt, toPath, writeAt, type Answers } from '../issues/json-pointer.ts'
import { questionAt } from '../form/question-at.ts'
import { makeValue, optionsOf, type Making } from './make-value.ts'

export interface Bending {
  form: CompiledForm
  making: Making
}

const wordsOf = (question: Question, pointer: string): string => `${question.title ?? ''} ${pointer.slice(pointer.lastIndexOf('/') + 1)}`

/** A fresh answer at a pointer. */
export const makeAt = ({ form, making }: Bending, pointer: string): unknown => {
  const question = questionAt(form, pointer)
  return question && makeValue(question, wordsOf(question, pointer), true, making)
}

/** Each row of a table on the way exists, and groups come with what they must hold. */
const ensured = (bending: Bending, answers: Answers, pointer: string): Answers => {
  const parent = parentPath(pointer)
  if (parent === '' || readAt(answers, parent) !== undefined) return answers
  const path = toPath(parent)
  return bending.form.questions.has(path) ? writeAt(answers, parent, makeAt(bending, parent)) : answers
}

const otherThan = (bending: Bending, pointer: string, isBad: (value: unknown) => boolean, now: unknown): unknown => {
  const question = questionAt(bending.form, pointer)
  const listed = question && optionsOf(resolveQuestion(question, bending.making.definitions))
  if (question?.type === 'boolean') return [true, false].find((value) => !isBad(value))
  const options = listed?.filter((value) => !isBad(value))
  if (options) return options.length > 0 ? bending.making.chance.pick(options) : undefined
  for (let tries = 0; tries < 12; tries++) {
    const value = makeAt(bending, pointer)
    if (value !== undefined && !isBad(value)) return value
  }
  return now
}

const stepOf = (question: Question | undefined): number => question?.multipleOf ?? 1

/** A number on the wanted side of the bounds that a condition names. */
const numberIn = (condition: Condition, question: Question | undefined, wanted: boolean, now: unknown, chance: Making['chance']): number | undefined => {
  const step = stepOf(question)
  const least = condition.minimum ?? (condition.exclusiveMinimum === undefined ? undefined : condition.exclusiveMinimum + step)
  const most = condition.maximum ?? (condition.exclusiveMaximum === undefined ? undefined : condition.exclusiveMaximum - step)
  if (least === undefined && most === undefined) return undefined
  const value = typeof now === 'number' ? now : undefined
  if (wanted) {
    if (value !== undefined && (least === undefined || value >= least) && (most === undefined || value <= most)) return undefined
    return least === undefined ? most! - chance.between(0, 1) * step : most === undefined ? least + chance.between(0, 3) * step : chance.pick([least, most])
  }
  return least !== undefined && (most === undefined || chance.often(0.5)) ? least - step : most! + step
}

const containing = (bending: Bending, item: Condition, answers: Answers, pointer: string, wanted: boolean): Answers => {
  const value = readAt(answers, pointer)
  const list = Array.isArray(value) ? value : []
  if (item.const !== undefined || item.enum) {
    const wantedOnes = item.enum ?? [item.const!]
    if (!wanted) return writeAt(answers, pointer, list.filter((each) => !wantedOnes.some((one) => one === each)))
    return list.some((each) => wantedOnes.some((one) => one === each)) ? answers : writeAt(answers, pointer, [...list, bending.making.chance.pick(wantedOnes)])
  }
  const made = list.length > 0 ? answers : writeAt(answers, pointer, makeAt(bending, pointer))
  const rows = wanted ? [0] : list.map((_row, i) => i)
  return rows.reduce((kept, row) => bend(bending, item, kept, `${pointer}/${row}`, wanted), made)
}

const present = (bending: Bending, answers: Answers, pointer: string): Answers => {
  const ready = ensured(bending, answers, pointer)
  return readAt(ready, pointer) === undefined ? writeAt(ready, pointer, makeAt(bending, pointer)) : ready
}

type Demand = (answers: Answers, wanted: boolean) => Answers

/** What a condition demands, each as a change that fulfils or breaks it. */
const demandsOf = (bending: Bending, condition: Condition, pointer: string): Demand[] => {
  const { chance } = bending.making
  const set = (answers: Answers, value: unknown): Answers => (value === undefined ? answers : writeAt(ensured(bending, answers, pointer), pointer, value))
  const named: Demand[] = (condition.required ?? []).filter((name) => !condition.properties?.[name]).map((name) => (answers, wanted) => (wanted ? present(bending, answers, `${pointer}/${name}`) : writeAt(answers, `${pointer}/${name}`, undefined)))
  const inner: Demand[] = Object.entries(condition.properties ?? {}).map(([name, part]) => (answers, wanted) => {
    const at = `${pointer}/${name}`
    const ready = wanted && condition.required?.includes(name) && questionAt(bending.form, at)?.type !== 'array' ? present(bending, answers, at) : answers
    return bend(bending, part, ready, at, wanted)
  })
  const isThese = (value: unknown): boolean => (condition.enum ?? [condition.const]).some((each) => each === value)
  const equals: Demand[] = condition.const === undefined && !condition.enum ? [] : [(answers, wanted) => {
    const now = readAt(answers, pointer)
    if (wanted) return isThese(now) ? answers : set(answers, condition.const ?? chance.pick(condition.enum!))
    return isThese(now) ? set(answers, otherThan(bending, pointer, isThese, now)) : answers
  }]
  const bounds: Demand[] = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].some((word) => word in condition)
    ? [(answers, wanted) => set(answers, numberIn(condition, questionAt(bending.form, pointer), wanted, readAt(answers, pointer), chance))]
    : []
  const parts: Demand[] = [
    ...(condition.contains ? [(answers: Answers, wanted: boolean) => containing(bending, condition.contains!, answers, pointer, wanted)] : []),
    ...(condition.allOf ?? []).map((part): Demand => (answers, wanted) => bend(bending, part, answers, pointer, wanted)),
    ...(condition.not ? [(answers: Answers, wanted: boolean) => bend(bending, condition.not!, answers, pointer, !wanted)] : []),
    ...(condition.anyOf ? [(answers: Answers, wanted: boolean) => (wanted ? bend(bending, chance.pick(condition.anyOf!), answers, pointer, true) : condition.anyOf!.reduce((kept, part) => bend(bending, part, kept, pointer, false), answers))] : []),
  ]
  return [...named, ...inner, ...equals, ...bounds, ...parts]
}

const bend = (bending: Bending, condition: Condition, answers: Answers, pointer: string, wanted: boolean): Answers => {
  const demands = demandsOf(bending, condition, pointer)
  if (demands.length === 0) return answers
  return wanted ? demands.reduce((kept, demand) => demand(kept, true), answers) : bending.making.chance.pick(demands)(answers, false)
}

/** Of a condition about rows: of the first row, or of all when it shall hold in none. */
export const makeHold = (bending: Bending, { when, within }: ScopedCondition, answers: Answers, wanted: boolean): Answers => {
  if (within === undefined) return bend(bending, when, answers, '', wanted)
  const ready = expandPath(`${within}/*`, answers).length > 0 ? answers : present(bending, answers, within.replaceAll('/*', '/0'))
  const rows = expandPath(`${within}/*`, ready)
  return (wanted ? rows.slice(0, 1) : rows).reduce((kept, row) => bend(bending, when, kept, row, wanted), ready)
}

/** Everything that must hold for a question to be asked does. */
export const makeAsked = (bending: Bending, path: string, answers: Answers): Answers => {
  const question = bending.form.questions.get(path)
  if (!question) return answers
  return question.conditions.reduce((kept, condition) => makeHold(bending, condition, kept, true), makeAsked(bending, question.parent, answers))
}
