// The papers that go with a printed form: what the law lists, and what the form asks to attach besides.
import type { CompiledForm } from '../form/compiled-form.ts'
import { foldText } from '../text/format.ts'
import { localise } from '../text/localise.ts'
import type { Component, Info } from '#schemas/generated/types.ts'
import { conditionsOf, sayConditions, type PrintContext } from './print-conditions.ts'
import { printPhrase, type PrintedPaper } from './print-model.ts'
import { printText } from './print-text.ts'

const filesOf = ({ questions }: CompiledForm) => [...questions.values()].filter((each) => each.question['x-file'])

/** Titles of the cases that a paper is for; none when it is for all of them. */
const casesOf = (info: Info, { cases = [] }: Component, { locale }: PrintContext): string[] => {
  const meant = (info.cases ?? []).filter((each) => cases.includes(each.id))
  return meant.length === (info.cases ?? []).length ? [] : meant.map((each) => printText(each, 'title', locale))
}

const notesOf = (context: PrintContext, when: string, cases: readonly string[], isOptional: boolean, note: string): string[] => [
  ...(when ? [printPhrase('attachIf', context.locale, { text: when })] : cases.length > 0 ? [printPhrase('inCases', context.locale, { text: cases.join('; ') })] : isOptional ? [printPhrase('optional', context.locale)] : []),
  ...(note ? [note] : []),
]

const count = (originals: number | undefined, copies: number | undefined): Pick<PrintedPaper, 'originals' | 'copies'> =>
  ({ ...(originals !== undefined && { originals }), ...(copies !== undefined && { copies }) })

/** `title` is that of the form: it does not go with itself. */
export const papersOf = (context: PrintContext, info: Info, title: string): PrintedPaper[] => {
  const { form, locale } = context
  const files = filesOf(form)
  const components = (info.components ?? []).filter((each) => ![title, localise(form.form.schema, 'title', 'vi')].some((own) => own !== '' && foldText(own) === foldText(each.title)))
  const known = new Set(components.map((each) => each.id))
  const when = (file: (typeof files)[number]): string => sayConditions(context, conditionsOf(form.questions, file, []))
  const listed = components.map((component): PrintedPaper => {
    const file = component.id === undefined ? undefined : files.find((each) => each.question['x-file']?.component === component.id)
    return {
      title: printText(component, 'title', locale),
      notes: notesOf(context, file ? when(file) : '', casesOf(info, component, context), component.required === false, printText(component, 'note', locale)), ...count(component.originals, component.copies),
    }
  })
  const others = files.filter((each) => !known.has(each.question['x-file']?.component)).map((file): PrintedPaper => ({
    title: printText(file.question, 'title', locale) || file.name, notes: notesOf(context, when(file), [], !file.required, ''), ...count(file.question['x-file']?.originals, file.question['x-file']?.copies),
  }))
  return [...listed, ...others]
}
