// The rows of "check your answers", of the desk and of the receipt: every question that is asked, with its answer in
// words, in the order of the pages.
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { findRelevance, type Relevance } from '../condition/relevance.ts'
import { readAt, type Answers } from '../issues/json-pointer.ts'
import { localise, type Locale } from '../text/localise.ts'
import { formatAnswer } from './format-answer.ts'

export interface SummaryFile {
  id: string
  name: string
  size: number
}

export interface SummaryRow {
  pointer: string
  label: string
  /** '' when not answered. */
  text: string
  /** Of a table: the rows of each of its rows. */
  rows?: SummaryRow[][]
  files?: SummaryFile[]
}

export interface SummarySection {
  page: string
  pageTitle: string
  title: string
  rows: SummaryRow[]
}

interface Context {
  form: CompiledForm
  relevance: Relevance
  locale: Locale
  files: ReadonlyMap<string, { name: string; size: number }>
}

const columnsOf = ({ form }: Context, table: CompiledQuestion): CompiledQuestion[] =>
  [...form.questions.values()].filter((each) => each.parent === table.path && each.kind !== 'group')

const rowOf = (context: Context, question: CompiledQuestion, pointer: string): SummaryRow => {
  const { form, relevance, locale, files } = context
  const value = readAt(relevance.answers, pointer)
  const row: SummaryRow = { pointer, label: localise(question.question, 'title', locale), text: '' }
  if (question.question['x-file']) {
    const ids = Array.isArray(value) ? value.map(String) : []
    return { ...row, text: ids.length > 0 ? String(ids.length) : '', files: ids.map((id) => ({ id, name: files.get(id)?.name ?? id, size: files.get(id)?.size ?? 0 })) }
  }
  if (question.kind !== 'table') return { ...row, text: formatAnswer(question.question, value, form.form.schema.$defs, locale) }
  const rows = Array.isArray(value) ? value : []
  const tableRows = rows.map((_each, i) => columnsOf(context, question).filter((column) => relevance.isAsked(`${pointer}/${i}/${column.name}`)).map((column) => rowOf(context, column, `${pointer}/${i}/${column.name}`)))
  return { ...row, text: rows.length > 0 ? String(rows.length) : '', rows: tableRows }
}

export const summariseAnswers = (form: CompiledForm, answers: Answers, locale: Locale, files: Context['files'] = new Map()): SummarySection[] => {
  const context: Context = { form, relevance: findRelevance(form, answers), locale, files }
  return form.pages.flatMap(({ page, sections }) =>
    sections.flatMap(({ section, paths }): SummarySection[] => {
      const rows = paths.filter((path) => context.relevance.isAsked(path)).map((path) => rowOf(context, form.questions.get(path)!, path))
      return rows.length > 0 ? [{ page: page.id, pageTitle: localise(page, 'title', locale), title: localise(section, 'title', locale), rows }] : []
    }))
}
