// Answers to try a condition or a formula on: only those that it reads, taken from the first scenario where there is one. One
// row stands for a whole table.
import { resolveQuestion, walkForm } from '#core/form/walk-form.ts'
import { questionOrPart } from '#core/form/cascades.ts'
import { parsePointer, readAt, toPointer, writeAt, type Answers } from '#core/issues/json-pointer.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Form, Question } from '#schemas/generated/types.ts'

export interface SampleInput {
  pointer: string
  label: string
  question: Question
  kind: 'options' | 'yesNo' | 'number' | 'date' | 'choices' | 'text' | 'answered'
}

/** The pointer of a path in the first row of each table that it passes. */
export const samplePointer = (path: string): string => path.replace(/\/\*(?=\/|$)/g, '/0')

const kindOf = (question: Question): SampleInput['kind'] => {
  if (question['x-file'] || question.type === 'object') return 'answered'
  if (question.type === 'array') return question.items?.oneOf || question.items?.enum || question.items?.$ref ? 'choices' : 'answered'
  if (question.type === 'boolean') return 'yesNo'
  if (question.oneOf ?? question.enum) return 'options'
  if (question.type === 'number' || question.type === 'integer') return 'number'
  return question.format === 'date' ? 'date' : 'text'
}

/** What can be filled in for these paths of the form; a table itself is filled by its columns. */
export const sampleInputs = (form: Form, paths: readonly string[], locale: Locale): SampleInput[] => {
  const visits = new Map(walkForm(form.schema).map((visit) => [visit.path, visit]))
  return paths.flatMap((path): SampleInput[] => {
    const found = questionOrPart(visits, path, form.schema.$defs)
    const isFilledByParts = visits.get(path)?.kind === 'table' && paths.some((each) => each.startsWith(`${path}/*/`))
    if (!found || isFilledByParts) return []
    const items = found.items && resolveQuestion(found.items, form.schema.$defs)
    const question = items ? { ...found, items } : found
    return [{ pointer: samplePointer(path), label: localise(question, 'title', locale) || path.slice(path.lastIndexOf('/') + 1), question, kind: kindOf(question) }]
  })
}

/** Everything that a form asks, but for what is asked row by row. */
export const inputsOfForm = (form: Form, locale: Locale): SampleInput[] =>
  sampleInputs(form, walkForm(form.schema).filter(({ kind, path }) => kind !== 'group' && !path.includes('/*')).map(({ path }) => path), locale)

/** Writes an answer, with the tables on the way to it. */
export const writeSample = (answers: Answers, pointer: string, value: unknown): Answers => {
  const segments = parsePointer(pointer)
  const made = segments.reduce<Answers>((given, segment, i) => {
    const table = toPointer(segments.slice(0, i))
    return segment === '0' && readAt(given, table) === undefined && value !== undefined ? writeAt(given, table, [{}]) : given
  }, answers)
  // A row that lost its last answer is still a row.
  return segments.includes('0') && value === undefined && readAt(made, pointer) === undefined ? made : writeAt(made, pointer, value)
}

/** The answers to these inputs that a scenario gives; of a table its first row. */
export const sampleFrom = (source: Answers | undefined, inputs: readonly SampleInput[]): Answers =>
  inputs.reduce<Answers>((given, { pointer }) => {
    const value = source && readAt(source, pointer)
    return value === undefined ? given : writeSample(given, pointer, value)
  }, {})
