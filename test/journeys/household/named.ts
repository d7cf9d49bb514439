// What two hands are to make: procedure 17 of the gallery with the names that its titles give, and without what no hand can make
// in the editor. Every name follows its title in the order in which the questions are asked; a group is named when it is made.
import { readdirSync, readFileSync } from 'node:fs'
import { fieldTypes } from '#core/form/field-catalogue.ts'
import { pinCodes } from '#core/code-list/pin-codes.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { CodeList, Form, Page, Procedure, Question } from '#schemas/generated/types.ts'
import { questionAt } from '../../../designer/form-editor/form-place.ts'
import { renameQuestion } from '../../../designer/form-editor/form-renames.ts'
import { nameFromTitle } from '../../../designer/form-editor/name-from-title.ts'
import { isSettable } from './planned-settings.ts'

/** Sections as a reader sees them: one without a heading goes on with the one before. */
const withHeadings = (page: Page): Page => ({
  ...page,
  sections: page.sections.reduce<Page['sections']>((found, section) => {
    const last = found.at(-1)
    return !section.title && last ? [...found.slice(0, -1), { ...last, questions: [...last.questions, ...section.questions] }] : [...found, section]
  }, []),
})

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Groups whose questions stand on a page, with them, in its order. */
export const groupsOf = (page: Page): { path: string, members: string[] }[] => {
  const questions = page.sections.flatMap((section) => section.questions)
  return [...new Set(questions.map(parentOf).filter(Boolean))].map((path) => ({ path, members: questions.filter((each) => parentOf(each) === path) }))
}

/** The name that each question gets from its title, by its path in the gallery. */
const newNames = ({ schema, pages }: Form): Map<string, string> => {
  const names = new Map<string, string>()
  let taken: string[] = []
  const name = (path: string, fallback?: string): void => {
    names.set(path, nameFromTitle(questionAt(schema, path)!.title!, taken, fallback))
    taken.push(names.get(path)!)
  }
  for (const page of pages) {
    for (const path of page.sections.flatMap((section) => section.questions)) {
      name(path)
      const columns: string[] = []
      for (const [column, { title }] of Object.entries(questionAt(schema, path)!.items?.properties ?? {})) {
        columns.push(nameFromTitle(title!, columns, 'cot'))
        names.set(`${path}/*/${column}`, columns.at(-1)!)
      }
    }
    for (const { path, members } of groupsOf(page)) {
      name(path, 'nhom')
      taken = taken.filter((each) => !members.some((member) => names.get(member) === each))
    }
  }
  return names
}

/** From the inside out, each by way of a name that nobody has. */
const rename = (procedure: Procedure, names: ReadonlyMap<string, string>): void => {
  const deep = [...names].toSorted(([a], [b]) => b.split('/').length - a.split('/').length)
  for (const depth of new Set(deep.map(([path]) => path.split('/').length))) {
    const level = deep.filter(([path]) => path.split('/').length === depth)
    const between = level.map(([path, name], i) => [renameQuestion(procedure, path, `zz${i}`, {}), name] as const)
    for (const [path, name] of between) renameQuestion(procedure, path, name, {})
  }
}

/** What the kind of a question brings and no setting changes stays as the kind brings it; gives the keywords that differ. */
const settle = (question: Question): string[] => {
  const made = (fieldTypes.find(({ id }) => id === question['x-field'])?.create() ?? {}) as Record<string, unknown>
  const own = question as Record<string, unknown>
  return Object.keys({ ...made, ...own }).filter((keyword) => !isSettable(question, keyword) && JSON.stringify(own[keyword]) !== JSON.stringify(made[keyword])).map((keyword) => {
    if (made[keyword] === undefined) delete own[keyword]
    else own[keyword] = made[keyword]
    return `${question['x-field']}: ${keyword}`
  })
}

const settleAll = (owner: { properties?: Record<string, Question> } | undefined): string[] =>
  Object.values(owner?.properties ?? {}).flatMap((question) => [...settle(question), ...(question['x-field'] === 'address' ? [] : settleAll(question.items ?? question))])

export interface Goal {
  procedure: Procedure
  form: Form
  /** Kinds of questions with the keywords that no setting changes. */
  leftOut: string[]
}

const lists = new URL('../../../schemas/examples/code-lists/', import.meta.url)
const listOf = (id: string): CodeList => readdirSync(lists).map((file) => JSON.parse(readFileSync(new URL(file, lists), 'utf8')) as CodeList).find((list) => list.id === id)!

/** Lists of codes as they are in force today: the gallery keeps those of the day on which it was written. */
const asToday = (definitions: Record<string, Question> | undefined): Record<string, Question> =>
  Object.fromEntries(Object.entries(definitions ?? {}).map(([name, definition]) => [name, pinCodes(listOf(definition['x-codeList']!), vietnamDate(Date.now()))]))

export const goalOf = (gallery: Procedure): Goal => {
  const { workflow: _w, papers: _p, scenarios: _s, ...rest } = structuredClone(gallery)
  const procedure: Procedure = { ...rest, migrations: [], fees: rest.fees?.map(({ collectedAt: _at, ...fee }) => fee) ?? [] }
  const { title: _title, 'x-i18n': _words, ...schema } = procedure.form!.schema
  const form: Form = { ...procedure.form!, schema: { ...schema, $defs: asToday(schema.$defs) }, pages: procedure.form!.pages.map(withHeadings) }
  procedure.form = form
  rename(procedure, newNames(form))
  return { procedure, form, leftOut: [...new Set(settleAll(form.schema))].toSorted() }
}

export { lastOf, parentOf }
