// What a condition may speak of: the questions of a form with their words, and which tests make sense for each.
import { parsePointer } from '#core/issues/json-pointer.ts'
import { resolveQuestion, walkForm, type Visit } from '#core/form/walk-form.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Form, Question } from '#schemas/generated/types.ts'
import type { Test } from './condition-sentence.ts'

export interface Candidate {
  /** As the condition writes it: from the answers, or from the row for columns. */
  path: string
  label: string
  kind: 'yesNo' | 'options' | 'choices' | 'number' | 'text' | 'other' | 'table'
  options: { value: string | number, label: string }[]
  /** Of a table: what one of its rows may say. */
  columns: Candidate[]
}

export const testsFor: Record<Candidate['kind'], readonly Test[]> = {
  yesNo: ['is', 'isFilled', 'isEmpty'],
  options: ['is', 'isNot', 'isOneOf', 'isFilled', 'isEmpty'],
  choices: ['includes', 'isFilled', 'isEmpty'],
  number: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'is', 'isNot', 'isFilled', 'isEmpty'],
  text: ['is', 'isNot', 'isFilled', 'isEmpty'],
  other: ['isFilled', 'isEmpty'],
  table: ['anyRow', 'isFilled', 'isEmpty'],
}

const kindOf = ({ kind, question }: Visit): Candidate['kind'] => {
  if (kind === 'table') return 'table'
  if (question['x-file'] || question.format === 'date' || question.type === 'object') return 'other'
  if (question.type === 'array') return 'choices'
  if (question.oneOf ?? question.enum) return 'options'
  if (question.type === 'boolean') return 'yesNo'
  return question.type === 'number' || question.type === 'integer' ? 'number' : 'text'
}

const optionsOf = (question: Question, form: Form, locale: Locale): Candidate['options'] => {
  const asked = question.type === 'array' ? resolveQuestion(question.items ?? {}, form.schema.$defs) : question
  return asked.oneOf?.map((option) => ({ value: option.const, label: localise(option, 'title', locale) })) ?? asked.enum?.map((value) => ({ value, label: String(value) })) ?? []
}

/** Titles of everything from the form down to a question: two questions "Tên" are told apart by their groups. */
const labelOf = (visits: readonly Visit[], visit: Visit, base: string, locale: Locale): string => {
  const above = visit.parent === '' ? [] : visits.filter((each) => each.kind === 'group' && visit.path.startsWith(`${each.path}/`) && each.path.startsWith(base))
  return [...above, visit].map((each) => localise(each.question, 'title', locale) || each.name).join(' › ')
}

/** `rows` is the table whose columns are spoken of; '' for questions outside of tables. */
const candidatesUnder = (form: Form, visits: readonly Visit[], rows: string, locale: Locale): Candidate[] =>
  visits.filter((visit) => visit.kind !== 'group' && visit.path.startsWith(rows) && !parsePointer(visit.path.slice(rows.length)).includes('*')).map((visit) => ({
    path: visit.path.slice(rows.length), label: labelOf(visits, visit, rows, locale), kind: kindOf(visit), options: optionsOf(visit.question, form, locale),
    columns: visit.kind === 'table' ? candidatesUnder(form, visits, `${visit.path}/*`, locale) : [],
  }))

/** Every condition of a form is said with the same candidates: they are made once for each state of its questions. */
const known = new WeakMap<object, Map<string, Candidate[]>>()

/** With `within`, the columns of that table; otherwise everything outside of tables. */
export const candidatesOf = (form: Form, locale: Locale, within?: string): Candidate[] => {
  const made = known.get(form.schema) ?? new Map<string, Candidate[]>()
  known.set(form.schema, made)
  const key = `${locale} ${within ?? ''}`
  const found = made.get(key) ?? candidatesUnder(form, walkForm(form.schema), within === undefined ? '' : `${within}/*`, locale)
  made.set(key, found)
  return found
}
