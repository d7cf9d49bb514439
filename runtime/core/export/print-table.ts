// A question with rows on paper: a table where it fits the width of a page, otherwise the same questions entry by entry.
import type { CompiledQuestion } from '../form/compiled-form.ts'
import { listTitle, mostTicks, optionsOf, type Room } from './print-blank.ts'
import { conditionsOf, sayConditions, type PrintContext } from './print-conditions.ts'
import { printPhrase, type PrintColumn, type PrintItem } from './print-model.ts'
import { printText } from './print-text.ts'

const mostColumns = 7
const usualRows = 3
const usualEntries = 2

/** Columns of a table with the groups in its rows opened up; what the office works out, and papers, are not written there. */
const columnsOf = ({ form }: PrintContext, table: CompiledQuestion): CompiledQuestion[] =>
  [...form.questions.values()].filter((each) => each.path.startsWith(`${table.path}/*/`) && each.kind !== 'group' && !each.question['x-file'] && each.question['x-compute'] === undefined)

const isWide = ({ question, kind }: CompiledQuestion): boolean =>
  kind === 'table' || question.type === 'object' || question['x-field'] === 'longText' || (question.maxLength ?? 0) > 400

const weightOf = ({ question }: CompiledQuestion, title: string): number => {
  const isNarrow = question.type === 'integer' || question.type === 'number' || question.type === 'boolean' || question['x-field'] === 'year'
  return Math.max(isNarrow ? 1 : (question.maxLength ?? 100) >= 100 ? 2 : 1.5, Math.min(2, title.length / 16))
}

const ticksOf = (options: readonly string[]): boolean => options.length <= 3 && options.every((each) => each.length <= 10)

const columnOf = ({ form, locale }: PrintContext, column: CompiledQuestion): PrintColumn => {
  const title = printText(column.question, 'title', locale) || column.name
  const choice = column.question.type === 'boolean' ? [printPhrase('yes', locale), printPhrase('no', locale)] : optionsOf(column.question, form.form.schema.$defs, locale)?.options ?? []
  const options = ticksOf(choice) ? choice : []
  return { title, options, weight: weightOf(column, title) }
}

const choiceNote = ({ form, locale }: PrintContext, column: CompiledQuestion, title: string): string[] => {
  const choice = optionsOf(column.question, form.form.schema.$defs, locale)
  if (!choice || ticksOf(choice.options)) return []
  if (choice.options.length <= mostTicks) return [printPhrase(choice.many ? 'columnManyOptions' : 'columnOptions', locale, { title, options: choice.options.join(' / ') })]
  const list = listTitle(form, column, locale)
  return list === '' ? [] : [printPhrase('columnFromList', locale, { title, list })]
}

/** How a column is filled in: what is chosen from, and when it is left empty. */
const notesOf = (context: PrintContext, column: CompiledQuestion): string[] => {
  const title = printText(column.question, 'title', context.locale) || column.name
  const when = sayConditions(context, conditionsOf(context.form.questions, column, []))
  return [...choiceNote(context, column, title), ...(when ? [printPhrase('columnOnlyIf', context.locale, { title, text: when })] : [])]
}

const between = (least: number, count: number, most: number): number => Math.max(Math.min(count, most), Math.min(least, most))

/** `itemOf` makes a question of an entry, with its letter. */
export const tableRoom = (context: PrintContext, table: CompiledQuestion, itemOf: (column: CompiledQuestion, number: string) => PrintItem): Room => {
  const { locale } = context
  const columns = columnsOf(context, table)
  const { minItems = 0, maxItems = 20 } = table.question
  if (columns.length > 0 && columns.length <= mostColumns && !columns.some(isWide)) {
    const rows = between(usualRows, minItems, Math.min(maxItems, 15))
    return { blank: { kind: 'table', columns: columns.map((each) => columnOf(context, each)), rows }, notes: [...columns.flatMap((each) => notesOf(context, each)), ...(rows < maxItems ? [printPhrase('moreRows', locale, { count: rows })] : [])] }
  }
  const count = between(usualEntries, minItems, Math.min(maxItems, 6))
  const items = columns.map((column, i) => itemOf(column, i < 26 ? String.fromCharCode(97 + i) : String(i + 1)))
  return { blank: { kind: 'entries', count, items }, notes: count < maxItems ? [printPhrase('moreEntries', locale, { count })] : [] }
}
