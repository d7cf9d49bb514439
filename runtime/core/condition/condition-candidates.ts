// What a condition may speak of: the questions of a form with their words, and which tests make sense for each.
import { parsePointer } from '../issues/json-pointer.ts'
import { resolveQuestion, walkForm, type Visit } from '../form/walk-form.ts'
import { localise, type Locale } from '../text/localise.ts'
import type { Form, FormSchema, Question } from '#schemas/generated/types.ts'
import type { Test } from './condition-sentence.ts'

export interface Candidate {
  /** As the condition writes it: from the answers, or from the row for columns. */
  path: string
  label: string
  kind: 'yesNo' | 'options' | 'choices' | 'number' | 'text' | 'date' | 'other' | 'table'
  unit?: string
  options: { value: string | number, label: string }[]
  /** Of a table: what one of its rows may say. */
  columns: Candidate[]
}

// Which day comes first is a comparison for a check (contract.md, "Beyond JSON Schema"): a condition knows only the same day.
export const testsFor: Record<Candidate['kind'], readonly Test[]> = {
  yesNo: ['is', 'isFilled', 'isEmpty'],
  options: ['is', 'isNot', 'isOneOf', 'isNoneOf', 'isFilled', 'isEmpty'],
  choices: ['includes', 'includesOneOf', 'excludes', 'isFilled', 'isEmpty'],
  number: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'is', 'isNot', 'isFilled', 'isEmpty'],
  text: ['is', 'isNot', 'isFilled', 'isEmpty'],
  date: ['isFilled', 'isEmpty', 'is', 'isNot'],
  other: ['isFilled', 'isEmpty'],
  table: ['anyRow', 'isFilled', 'isEmpty'],
}

const kindOf = (question: Question, isTable: boolean): Candidate['kind'] => {
  if (isTable) return 'table'
  if (question.format === 'date') return 'date'
  if (question['x-file'] || question.type === 'object') return 'other'
  if (question.type === 'array') return 'choices'
  if (question.oneOf ?? question.enum) return 'options'
  if (question.type === 'boolean') return 'yesNo'
  return question.type === 'number' || question.type === 'integer' ? 'number' : 'text'
}

const optionsOf = (question: Question, definitions: FormSchema['$defs'], locale: Locale): Candidate['options'] => {
  const asked = question.type === 'array' ? resolveQuestion(question.items ?? {}, definitions) : question
  return asked.oneOf?.map((option) => ({ value: option.const, label: localise(option, 'title', locale) })) ?? asked.enum?.map((value) => ({ value, label: String(value) })) ?? []
}

const titleOf = ({ question, name }: Pick<Visit, 'question' | 'name'>, locale: Locale): string => localise(question, 'title', locale) || name

/** Titles of everything from the form down to a question: two questions "Tên" are told apart by their groups. */
const labelOf = (known: ReadonlyMap<string, Visit>, visit: Visit, base: string, locale: Locale): string => {
  const own = titleOf(visit, locale)
  const parent = known.get(visit.parent)
  return parent?.kind === 'group' && parent.path.startsWith(base) ? `${labelOf(known, parent, base, locale)} › ${own}` : own
}

/** The parts of a compound answer: the province of an address. */
const partsOf = (owner: Candidate, { question }: Visit, definitions: FormSchema['$defs'], locale: Locale): Candidate[] =>
  question.type !== 'object' ? [] : Object.entries(question.properties ?? {}).map(([name, raw]) => {
    const part = resolveQuestion(raw, definitions)
    return { path: `${owner.path}/${name}`, label: `${owner.label} › ${titleOf({ question: part, name }, locale)}`, kind: kindOf(part, false), options: optionsOf(part, definitions, locale), columns: [] }
  })

/** `rows` is the table whose columns are spoken of; '' for questions outside of tables. */
const candidatesUnder = (schema: FormSchema, known: ReadonlyMap<string, Visit>, rows: string, locale: Locale): Candidate[] =>
  [...known.values()].filter((visit) => visit.kind !== 'group' && visit.path.startsWith(rows) && !parsePointer(visit.path.slice(rows.length)).includes('*')).flatMap((visit) => {
    const owner: Candidate = {
      path: visit.path.slice(rows.length), label: labelOf(known, visit, rows, locale), kind: kindOf(visit.question, visit.kind === 'table'), options: optionsOf(visit.question, schema.$defs, locale),
      ...(visit.question['x-unit'] && { unit: localise(visit.question, 'x-unit', locale) }), columns: visit.kind === 'table' ? candidatesUnder(schema, known, `${visit.path}/*`, locale) : [],
    }
    return [owner, ...partsOf(owner, visit, schema.$defs, locale)]
  })

// Cards, rows and lists all ask for the same questions; a document is never changed in place.
const made = new WeakMap<FormSchema, Map<string, Candidate[]>>()

/** With `within`, the columns of that table; otherwise everything outside of tables. */
export const candidatesOf = ({ schema }: Form, locale: Locale, within?: string): Candidate[] => {
  const ofForm = made.get(schema) ?? new Map<string, Candidate[]>()
  made.set(schema, ofForm)
  const key = `${locale} ${within ?? ''}`
  const candidates = ofForm.get(key) ?? candidatesUnder(schema, new Map(walkForm(schema).map((visit) => [visit.path, visit])), within === undefined ? '' : `${within}/*`, locale)
  ofForm.set(key, candidates)
  return candidates
}
