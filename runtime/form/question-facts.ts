// What the present answers say about one question: whether an answer is required, which options may be chosen, which
// columns a row has. The judge is the published schema; this is only what the screen says beforehand.
import type { Option, Question } from '#schemas/generated/types.ts'
import { holdsAt, type Relevance } from '#core/condition/relevance.ts'
import { allowedAt, limitingPointer } from '#core/form/cascades.ts'
import type { Cascade, CompiledForm, CompiledQuestion } from '#core/form/compiled-form.ts'
import { parsePointer, readAt, toPath, toPointer, type Answers } from '#core/issues/json-pointer.ts'
import { listedOptions } from '#core/form/listed-options.ts'

/** The question that a pointer belongs to: itself, or the nearest that holds it (a file of a file question). */
export const nearestQuestion = (form: CompiledForm, pointer: string): CompiledQuestion | undefined => {
  for (let segments = parsePointer(pointer); segments.length > 0; segments = segments.slice(0, -1)) {
    const found = form.questions.get(toPath(toPointer(segments)))
    if (found) return found
  }
  return undefined
}

/** The page on which a pointer is asked; undefined for the whole form. */
export const pageOf = (form: CompiledForm, pointer: string): string | undefined => {
  let question = nearestQuestion(form, pointer)
  while (question && question.page === undefined) question = form.questions.get(question.parent)
  return question?.page
}

const requiredByParents = (form: CompiledForm, question: CompiledQuestion): boolean => {
  if (!question.required) return false
  const parent = form.questions.get(question.parent)
  // A row is there because the person added it; a group is an answer only when something in it is.
  return parent?.kind !== 'group' || requiredByParents(form, parent)
}

/** Whether an asked question must be answered; `answers` are those that count. */
export const isRequired = (form: CompiledForm, answers: Answers, pointer: string): boolean => {
  const question = form.questions.get(toPath(pointer))
  if (!question || question.question['x-compute']) return false
  return requiredByParents(form, question) || question.requiredWhen.some((condition) => holdsAt(condition, answers, pointer))
}

/** Cascades that limit the options at a pointer now. */
const cascadesAt = (form: CompiledForm, answers: Answers, pointer: string): Cascade[] => {
  if (form.cascades.length === 0) return []
  const path = toPath(pointer)
  return form.cascades.filter((cascade) => cascade.path === path && (!cascade.condition || holdsAt(cascade.condition, answers, pointer)))
}

/** The question that must be answered before there is anything to choose here; undefined when there is none. */
export const awaitedAt = (form: CompiledForm, relevance: Relevance, pointer: string): string | undefined =>
  cascadesAt(form, relevance.answers, pointer).map((cascade) => limitingPointer(cascade, pointer)!)
    .find((by) => readAt(relevance.answers, by) === undefined && relevance.isAsked(by))

/** The options that may be chosen now, limits applied. */
export const optionsOf = (form: CompiledForm, relevance: Relevance, pointer: string, question: Question): Option[] => {
  const { answers } = relevance
  const limits = (form.limits.get(toPath(pointer)) ?? []).filter(({ condition }) => holdsAt(condition, answers, pointer)).map(({ options }) => options)
  const cascading = cascadesAt(form, answers, pointer).map((cascade) => allowedAt(cascade, answers, pointer)).filter((allowed) => allowed !== undefined)
  const sets = [...limits, ...cascading].map((options) => new Set<unknown>(options))
  const fitting = sets.length === 0 ? listedOptions(question) : listedOptions(question).filter((option) => sets.every((set) => set.has(option.const)))
  return awaitedAt(form, relevance, pointer) === undefined ? fitting : fitting.filter((option) => option.parent === undefined)
}

/** What is asked in each row of a table, groups opened up. */
export const columnsOf = (form: CompiledForm, table: string): CompiledQuestion[] =>
  [...form.questions.values()].filter((each) => each.parent === table).flatMap((each) => (each.kind === 'group' ? columnsOf(form, each.path) : [each]))
