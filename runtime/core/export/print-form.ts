// Turns a form into what stands on paper for those who do not file online: parts, numbered questions with room for an
// answer, the papers to attach. Nothing is drawn here; server/exports does that.
import type { CompiledForm, CompiledQuestion } from '../form/compiled-form.ts'
import { foldText } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import type { Condition, Info, Section } from '#schemas/generated/types.ts'
import { roomFor } from './print-blank.ts'
import { conditionsOf, sayConditions, type PrintContext } from './print-conditions.ts'
import { printPhrase, type PrintForm, type PrintItem, type PrintPart, type PrintSection } from './print-model.ts'
import { papersOf } from './print-papers.ts'
import { tableRoom } from './print-table.ts'
import { printText } from './print-text.ts'
import { roman } from './roman.ts'

/** About a hundred pages: nobody fills in more by hand. */
const mostQuestions = 600

/** Paths that are printed, in the order of the pages; papers are listed at the end. */
const printedPaths = (form: CompiledForm): string[] =>
  form.pages.flatMap(({ sections }) => sections.flatMap(({ paths }) => paths)).filter((path) => !form.questions.get(path)?.question['x-file'])

/** Rules that make a question required without asking it only then. */
const requiredWhen = (context: PrintContext, path: string): string =>
  sayConditions(context, (context.form.form.rules ?? []).filter((rule) => rule.within === undefined && rule.require?.includes(path)).map(({ when }) => ({ when })))

interface Asked {
  item: PrintItem
  when: string
}

const itemOf = (context: PrintContext, question: CompiledQuestion, number: string, known: readonly (Condition | undefined)[]): Asked => {
  const { form, locale } = context
  const when = sayConditions(context, conditionsOf(form.questions, question, known))
  const { blank, notes } = question.kind === 'table'
    ? tableRoom(context, question, (column, letter) => { const { item, when: only } = itemOf(context, column, letter, []); return withWhen(context, item, only) })
    : roomFor(form, question, locale)
  const must = requiredWhen(context, question.path)
  const isOptional = !question.required && when === '' && must === '' && !['declaration', 'options'].includes(blank.kind) && question.question['x-compute'] === undefined
  const description = printText(question.question, 'description', locale)
  return {
    when,
    item: {
      path: question.path, number, label: printText(question.question, 'title', locale) || question.name, blank,
      ...(isOptional && { mark: printPhrase('optional', locale) }),
      notes: [...(must ? [printPhrase('requiredIf', locale, { text: must })] : []), ...notes, ...(description ? [description] : [])],
    },
  }
}

const withWhen = ({ locale }: PrintContext, item: PrintItem, when: string): PrintItem =>
  (when === '' ? item : { ...item, when: printPhrase('onlyIf', locale, { text: when }) })

/** What all questions of a section are asked for is said once, above them. */
const sectionOf = (context: PrintContext, section: Section, pageTitle: string, pageWhen: string, all: readonly Asked[]): PrintSection => {
  const { locale } = context
  const title = printText(section, 'title', locale)
  const ownWhen = section.when ? sayConditions(context, [{ when: section.when }]) : ''
  const description = printText(section, 'description', locale)
  const asked = all.map(({ item, when }) => ({ item, when: when === pageWhen || when === ownWhen ? '' : when }))
  const shared = asked.length > 1 && asked.every(({ when }) => when !== '' && when === asked[0]!.when) ? asked[0]!.when : ''
  const said = [ownWhen, shared].filter((text) => text !== '' && text !== pageWhen)
  return {
    ...(title !== '' && foldText(title) !== foldText(pageTitle) && { title }),
    notes: [...said.map((text) => printPhrase('partOnlyIf', locale, { text })), ...(description ? [description] : [])],
    items: asked.map(({ item, when }) => (shared ? item : withWhen(context, item, when))),
  }
}

const partsOf = (context: PrintContext): PrintPart[] => {
  const { form, locale, numbers } = context
  const pages = form.pages.map(({ page, sections }) => {
    const title = printText(page, 'title', locale)
    const when = page.when ? sayConditions(context, [{ when: page.when }]) : ''
    const printed = sections.flatMap(({ section, paths }): PrintSection[] => {
      const asked = paths.flatMap((path) => (numbers.has(path) ? [itemOf(context, form.questions.get(path)!, numbers.get(path)!, [page.when, section.when])] : []))
      return asked.length > 0 ? [sectionOf(context, section, title, when, asked)] : []
    })
    const description = printText(page, 'description', locale)
    return { number: '', title, notes: [...(when ? [printPhrase('partOnlyIf', locale, { text: when })] : []), ...(description ? [description] : [])], sections: printed }
  })
  return pages.filter(({ sections }) => sections.length > 0).map((part, i) => ({ ...part, number: roman(i + 1) }))
}

export const printForm = (form: CompiledForm, info: Info, locale: Locale): PrintForm => {
  const paths = printedPaths(form)
  const numbers = new Map(paths.slice(0, mostQuestions).map((path, i) => [path, String(i + 1)]))
  const context: PrintContext = { form, locale, numbers }
  const name = printText(info, 'name', locale)
  const own = printText(form.form.schema, 'title', locale)
  const to = printText(info, 'agency', locale) || printText(info, 'receivingUnit', locale)
  return {
    locale, code: printText(info, 'code', locale), title: own || printPhrase('title', locale),
    ...(foldText(own) !== foldText(name) && name !== '' && { procedure: name }), ...(to && { to }),
    parts: partsOf(context), papers: papersOf(context, info, localise(info, 'name', 'vi')), left: Math.max(0, paths.length - mostQuestions),
  }
}
