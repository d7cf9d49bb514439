// The rows that were filled in under one question: a table where its columns fit the width of a page, otherwise row by row.
import { formatAnswer } from '../answers/format-answer.ts'
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { readAt } from '../issues/json-pointer.ts'
import type { Relevance } from '../condition/relevance.ts'
import type { Locale } from '../text/localise.ts'
import { printPhrase, type PrintBlank, type PrintItem } from './print-model.ts'
import { answerText, printText } from './print-text.ts'

export interface Answered {
  form: CompiledForm
  relevance: Relevance
  locale: Locale
  files: ReadonlyMap<string, { name: string, size: number }>
}

const widestTable = 7
const longestCell = 120

/** '' for what was not answered; files by their names. */
export const saidAt = ({ form, relevance, locale, files }: Answered, { question }: CompiledQuestion, pointer: string): string => {
  const value = readAt(relevance.answers, pointer)
  if (question['x-file']) return (Array.isArray(value) ? value : []).map((id) => answerText(files.get(String(id))?.name ?? '')).filter(Boolean).join('; ')
  return answerText(formatAnswer(question, value, form.form.schema.$defs, locale))
}

/** With the groups in the rows opened up, and only what some row was asked. */
const columnsOf = ({ form, relevance }: Answered, table: CompiledQuestion, count: number): CompiledQuestion[] =>
  [...form.questions.values()].filter((each) => each.path.startsWith(`${table.path}/*/`) && each.kind !== 'group' && Array.from({ length: count }, (_row, i) => i).some((i) => relevance.isAsked(each.path.replace('/*/', `/${i}/`))))

export const rowsBlank = (answered: Answered, table: CompiledQuestion): PrintBlank => {
  const { relevance, locale } = answered
  const value = readAt(relevance.answers, table.path)
  const count = Array.isArray(value) ? value.length : 0
  if (count === 0) return { kind: 'answer', text: '' }
  const columns = columnsOf(answered, table, count)
  const rows = Array.from({ length: count }, (_row, i) => columns.map((column) => {
    const pointer = column.path.replace('/*/', `/${i}/`)
    return relevance.isAsked(pointer) ? saidAt(answered, column, pointer) : undefined
  }))
  const titles = columns.map((column) => printText(column.question, 'title', locale) || column.name)
  if (columns.length <= widestTable && rows.flat().every((text = '') => text.length <= longestCell)) {
    // No word of a heading is broken; beyond that, as wide as what stands below.
    const longest = columns.map((_column, j) => Math.max(...titles[j]!.split(' ').map((word) => word.length * 1.4), ...rows.map((row) => row[j]?.length ?? 0)))
    return { kind: 'answerTable', columns: titles.map((title, j) => ({ title, weight: Math.min(3, Math.max(1, longest[j]! / 12)) })), rows: rows.map((row) => row.map((text = '–') => text)) }
  }
  return {
    kind: 'answerEntries',
    entries: rows.map((row, i) => ({
      title: printPhrase('row', locale, { number: i + 1 }),
      items: columns.flatMap((column, j): PrintItem[] => (row[j] === undefined ? [] : [{ path: column.path, number: String.fromCharCode(97 + (j % 26)), label: titles[j]!, notes: [], blank: { kind: 'answer', text: row[j] } }])),
    })),
  }
}
