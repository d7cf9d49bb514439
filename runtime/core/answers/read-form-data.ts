// Reads what a plain HTML form sends back into answers: one name for each question, which is its pointer (/cha/hoTen, in
// rows /mau/0/kyHieu), `asked` for every question that stood on the page, so that what was left empty differs from what
// was not there, and the number of rows under the name of a table. Anything else is refused by its name.
import type { Question } from '#schemas/generated/types.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { inputKindOf } from '../form/input-kind.ts'
import { isRecord, parentPath, parsePointer, readAt, toPath, writeAt, type Answers } from '../issues/json-pointer.ts'
import { questionAt } from '../form/question-at.ts'
import type { Locale } from '../text/localise.ts'
import { emptyParts, joinParts, joinPartialDate, readWholeDate, type DateParts } from '../typing/date-parts.ts'
import { listedOptions } from '../form/listed-options.ts'
import { readTyped } from '../typing/read-typed.ts'
import { resolveQuestion } from '../form/walk-form.ts'

/** A name with the text sent under it, in the order of the form; a name may come more than once. */
export type FormEntry = readonly [name: string, text: string]

export interface PlainPage {
  /** Id of the page that was filled in. */
  page: string
  /** The answers that the page was made from: questions that were not on it keep theirs. */
  base: Answers
  /** The language of the page: numbers are written by it. */
  locale: Locale
}

export interface ReadForm {
  answers: Answers
  /** Pointers of the questions that stood on the page, tables included. */
  asked: string[]
  /** Names that are no question of this page. */
  unknown: string[]
}

/** As many rows as any table may have; a form cannot make a longer list by naming a far row. */
const mostRows = 1000

const ownerOf = (form: CompiledForm, path: string): string => {
  const known = form.questions.get(path)
  return known?.page ?? (path === '' ? '' : ownerOf(form, known ? known.parent : parentPath(path)))
}

/** The question that a control on the page answers; undefined when there is none. */
const controlAt = (form: CompiledForm, page: string, pointer: string): Question | undefined => {
  const path = toPath(pointer)
  if (!pointer.startsWith('/') || ownerOf(form, path) !== page || parsePointer(pointer).some((segment) => Number(segment) >= mostRows)) return undefined
  const known = form.questions.get(path)
  if (known) return known.kind === 'group' || known.question['x-compute'] ? undefined : known.question
  // A part of a compound answer: the province of an address.
  const owner = form.questions.get(parentPath(path))
  return owner?.kind === 'leaf' && owner.question.type === 'object' ? questionAt(form, pointer) : undefined
}

const textsAt = (entries: readonly FormEntry[], name: string): string[] => entries.filter(([each]) => each === name).map(([, text]) => text.replaceAll('\r\n', '\n'))

const readDate = (question: Question, entries: readonly FormEntry[], pointer: string): unknown => {
  const parts = Object.fromEntries(Object.keys(emptyParts).map((part) => [part, textsAt(entries, `${pointer}:${part}`)[0] ?? ''])) as unknown as DateParts
  const whole = Object.values(parts).map((part: string) => readWholeDate(part)).find(Boolean) ?? parts
  return (question['x-field'] === 'partialDate' ? joinPartialDate : joinParts)(whole)
}

/** The options that were ticked, in the order of the document; what is no option comes last. */
const readChoices = (form: CompiledForm, question: Question, texts: readonly string[]): unknown => {
  const options = listedOptions(resolveQuestion(question.items ?? {}, form.form.schema.$defs)).map((option) => option.const)
  const known = options.filter((option) => texts.includes(String(option)))
  const list = [...known, ...texts.filter((text) => text !== '' && !options.some((option) => String(option) === text))]
  return list.length > 0 ? list : undefined
}

const readFiles = (question: Question, texts: readonly string[]): unknown => {
  const ids = [...new Set(texts.filter(Boolean))]
  // A question for one document gets the new one in place of the old.
  return ids.length > 0 ? ids.slice((question.maxItems ?? 1) === 1 ? -1 : 0) : undefined
}

const readControl = (form: CompiledForm, question: Question, entries: readonly FormEntry[], pointer: string, locale: Locale): unknown => {
  switch (inputKindOf(question)) {
    case 'date': return readDate(question, entries, pointer)
    case 'choices': return readChoices(form, question, textsAt(entries, pointer))
    case 'file': return readFiles(question, textsAt(entries, pointer))
    default: return readTyped(question, textsAt(entries, pointer).at(-1) ?? '', locale)
  }
}

const isTable = (form: CompiledForm, pointer: string): boolean => form.questions.get(toPath(pointer))?.kind === 'table'

/** As many rows as stood on the page, each with what else is known of it. */
const withRows = (answers: Answers, pointer: string, count: number): Answers => {
  const rows = readAt(answers, pointer)
  const kept = Array.isArray(rows) ? rows as unknown[] : []
  return writeAt(answers, pointer, count === 0 ? undefined : Array.from({ length: count }, (_row, i) => (isRecord(kept[i]) ? kept[i] : {})))
}

export const readFormData = (form: CompiledForm, entries: readonly FormEntry[], { page, base, locale }: PlainPage): ReadForm => {
  const named = entries.flatMap(([name, text]) => (name === 'asked' ? [text] : name.startsWith('/') ? [name.replace(/:(day|month|year)$/, '')] : []))
  const pointers = [...new Set(named)]
  const asked = pointers.filter((pointer) => controlAt(form, page, pointer) !== undefined)
  const tables = asked.filter((pointer) => isTable(form, pointer))
  const counts = tables.map((pointer) => [pointer, Number(textsAt(entries, pointer)[0] ?? 0)] as const).filter(([, count]) => Number.isInteger(count) && count >= 0 && count <= mostRows)
  const started = counts.reduce((answers, [pointer, count]) => withRows(answers, pointer, count), base)
  const inRow = (pointer: string): boolean => !/\/\d+(\/|$)/.test(pointer) || isRecord(readAt(started, pointer.replace(/^(.*\/\d+)\/.*$/, '$1')))
  const answers = asked.filter((pointer) => !tables.includes(pointer) && inRow(pointer))
    .reduce((kept, pointer) => writeAt(kept, pointer, readControl(form, controlAt(form, page, pointer)!, entries, pointer, locale)), started)
  return { answers, asked, unknown: pointers.filter((pointer) => !asked.includes(pointer)) }
}
