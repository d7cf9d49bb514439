// How much room the answer to one question needs on paper, and what has to be said about filling it in.
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { defaultBounds } from '../form/data-schema.ts'
import { resolveQuestion } from '../form/walk-form.ts'
import type { Locale } from '../text/localise.ts'
import type { FormSchema, Question } from '#schemas/generated/types.ts'
import { printPhrase, type PrintBlank } from './print-model.ts'
import { plainText, printText } from './print-text.ts'

export interface Room {
  blank: PrintBlank
  notes: string[]
}

type Definitions = FormSchema['$defs']

/** More than this many options are written, not ticked. */
export const mostTicks = 12

/** Numbers on papers have a fixed length: one box a digit (domain.md §4). */
const boxes: Record<string, number[]> = {
  personId: [12], taxCode: [10, 3], enterpriseCode: [10, 3], oldPersonId: [9], drivingLicence: [12], hsCode: [8], wasteCode: [2, 2, 2],
}

export interface PrintOptions {
  /** Words of the options. */
  options: string[]
  many: boolean
}

/** What may be chosen; undefined when the question is not a choice. */
export const optionsOf = (question: Question, definitions: Definitions, locale: Locale): PrintOptions | undefined => {
  const many = question.type === 'array'
  const asked = many ? resolveQuestion(question.items ?? {}, definitions) : question
  const options = asked.oneOf?.map((option) => printText(option, 'title', locale) || String(option.const)) ?? asked.enum?.map((value) => plainText(String(value)))
  return options && { options, many }
}

const unitOf = (question: Question, locale: Locale): string | undefined =>
  question['x-field'] === 'money' ? printPhrase('dong', locale) : printText(question, 'x-unit', locale) || undefined

/** A handwritten line holds about sixty letters. */
const linesFor = (question: Question): number => {
  const isLong = question['x-field'] === 'longText' || question['x-widget'] === 'textarea'
  const most = question.maxLength ?? (isLong ? 2000 : 100)
  if (!isLong) return most <= 200 || most === defaultBounds.maxLength || question.format === 'email' || question['x-field'] === 'website' ? 1 : 2
  return most <= 200 ? 2 : most <= 600 ? 3 : most <= 2000 ? 4 : 6
}

/** The house first, the province last, as addresses are written in Vietnam. */
const addressRoom = (question: Question, definitions: Definitions, locale: Locale): PrintBlank => {
  const labels = Object.entries(question.properties ?? {}).map(([name, part]) => printText(resolveQuestion(part, definitions), 'title', locale) || name).reverse()
  const [first, ...others] = labels
  return { kind: 'parts', lines: [...(first === undefined ? [] : [[first]]), ...Array.from({ length: Math.ceil(others.length / 2) }, (_line, i) => others.slice(2 * i, 2 * i + 2))] }
}

const words = (text: 'date' | 'time', locale: Locale, notes: string[] = []): Room => ({ blank: { kind: 'words', text: printPhrase(text, locale) }, notes })

const choiceRoom = ({ options, many }: PrintOptions, list: string, locale: Locale): Room => {
  if (options.length <= mostTicks) return { blank: { kind: 'options', options }, notes: many ? [printPhrase('chooseMany', locale)] : [] }
  return { blank: { kind: 'dots', lines: many ? 2 : 1 }, notes: [list === '' ? printPhrase('fromLongList', locale) : printPhrase('fromList', locale, { title: list })] }
}

/** Title of the code list that options come from; '' when they stand in the question itself. */
export const listTitle = ({ form, questions }: CompiledForm, { name, parent, path }: CompiledQuestion, locale: Locale): string => {
  const above = questions.get(parent)?.question
  const raw = (path.startsWith(`${parent}/*`) ? above?.items : above ?? form.schema)?.properties?.[name]
  const reference = raw?.$ref ?? raw?.items?.$ref
  return reference === undefined ? '' : printText(form.schema.$defs?.[reference.slice('#/$defs/'.length)], 'title', locale)
}

export const roomFor = (form: CompiledForm, asked: CompiledQuestion, locale: Locale): Room => {
  const { question } = asked
  const definitions = form.form.schema.$defs
  if (question['x-compute'] !== undefined) return { blank: { kind: 'words', text: printPhrase('byOffice', locale) }, notes: [] }
  if (question['x-field'] === 'consent' || question.const === true) return { blank: { kind: 'declaration' }, notes: [] }
  if (question.type === 'boolean') return { blank: { kind: 'options', options: [printPhrase('yes', locale), printPhrase('no', locale)] }, notes: [] }
  const choice = optionsOf(question, definitions, locale)
  if (choice) return choiceRoom(choice, listTitle(form, asked, locale), locale)
  if (question.type === 'object') return { blank: addressRoom(question, definitions, locale), notes: [] }
  if (question.format === 'date') return words('date', locale)
  if (question['x-field'] === 'partialDate') return words('date', locale, [printPhrase('yearMonthDay', locale)])
  if (question['x-field'] === 'time') return words('time', locale)
  const groups = boxes[question['x-field'] ?? '']
  if (groups) return { blank: { kind: 'boxes', groups }, notes: [] }
  const unit = unitOf(question, locale)
  return { blank: { kind: 'dots', lines: linesFor(question), ...(unit !== undefined && { unit }) }, notes: [] }
}
