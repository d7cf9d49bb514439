// What an applicant is told of a change, in words: the questions that need an answer again, and the answers that have no place any
// more. Told with the form that they belong to, because who reads it has only one of the two forms open, or none.
import type { AskedAgain, BothLanguages, SetAsideAnswer } from '#schemas/generated/types.ts'
import { formatAnswer } from '../answers/format-answer.ts'
import type { CompiledForm } from '../form/compiled-form.ts'
import { questionAt } from '../form/question-at.ts'
import { isRecord, parsePointer, toPath, toPointer } from '../issues/json-pointer.ts'
import { localise, type Locale } from '../text/localise.ts'
import type { SetAside } from './migrate-answers.ts'

type Files = ReadonlyMap<string, { name: string }>

const inBoth = (say: (locale: Locale) => string): BothLanguages => ({ vi: say('vi'), en: say('en') })

const isRow = (segment: string): boolean => /^\d+$/.test(segment)

/** The words that lead to an answer: "Mẫu dấu 2, Ký hiệu". Groups are passed over. */
const titleAt = (form: CompiledForm, pointer: string, locale: Locale): string => {
  const segments = parsePointer(pointer)
  return segments.flatMap((segment, i) => {
    const at = toPointer(segments.slice(0, i + 1))
    if (segment === '*' || isRow(segment) || form.questions.get(toPath(at))?.kind === 'group') return []
    const title = localise(questionAt(form, at.replaceAll('/*', '/0')), 'title', locale) || segment
    return [isRow(segments[i + 1] ?? '') ? `${title} ${Number(segments[i + 1]) + 1}` : title]
  }).join(', ')
}

const pageAt = (form: CompiledForm, pointer: string): string | undefined => {
  for (let path = toPath(pointer); path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const page = form.questions.get(path)?.page
    if (page !== undefined) return page
  }
  return undefined
}

const inOrderOf = (form: CompiledForm) => {
  const order = form.pages.flatMap(({ sections }) => sections.flatMap(({ paths }) => paths))
  return (pointer: string): number => {
    const path = toPath(pointer)
    const at = order.findIndex((each) => path === each || path.startsWith(`${each}/`))
    return at < 0 ? order.length : at
  }
}

/** `pointers` may be paths: of a question in every row the table is shown. What belongs to no question is no question to answer. */
export const wordQuestions = (form: CompiledForm, pointers: readonly string[]): AskedAgain[] => {
  const place = inOrderOf(form)
  const known = [...new Set(pointers)].filter((pointer) => pageAt(form, pointer) !== undefined)
  return known.sort((a, b) => place(a) - place(b)).map((pointer) => ({
    pointer: pointer.split('/*')[0]!, page: pageAt(form, pointer)!, title: inBoth((locale) => titleAt(form, pointer, locale)),
  }))
}

/** Whether it is a group or holds rows: its answers are told one by one. */
const holdsOthers = (form: CompiledForm, { pointer, value }: SetAside): boolean => {
  if (Array.isArray(value)) return value.some(isRecord)
  const question = form.questions.get(toPath(pointer))
  return isRecord(value) && (isRow(parsePointer(pointer).at(-1) ?? '') || question?.kind === 'group' || questionAt(form, pointer) === undefined)
}

const oneByOne = (form: CompiledForm, each: SetAside): SetAside[] => (holdsOthers(form, each)
  ? Object.entries(each.value as object).flatMap(([name, value]: [string, unknown]) => oneByOne(form, { pointer: each.pointer + toPointer([name]), value }))
  : [each])

const textOf = (form: CompiledForm, { pointer, value }: SetAside, files: Files, locale: Locale): string => {
  const question = questionAt(form, pointer)
  if (question?.['x-file']) return [value].flat().map((id) => files.get(String(id))?.name ?? '').filter(Boolean).join('; ')
  return question ? formatAnswer(question, value, form.form.schema.$defs, locale) : typeof value === 'string' ? value : JSON.stringify(value)
}

/** `form` is the one that they were answered in. */
export const wordAside = (form: CompiledForm, aside: readonly SetAside[], files: Files = new Map()): SetAsideAnswer[] =>
  aside.flatMap((each) => oneByOne(form, each)).map((each) => ({
    pointer: each.pointer, title: inBoth((locale) => titleAt(form, each.pointer, locale)), text: inBoth((locale) => textOf(form, each, files, locale)),
  }))
