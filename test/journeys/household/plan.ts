// What an author builds, page by page, taken from procedure 17 of the gallery (đăng ký hộ kinh doanh): its pages, headings,
// questions, tables, options, conditions. Groups are a matter of data only, so the plan asks their questions directly.
import { resolveQuestion } from '#core/form/walk-form.ts'
import { printFormula } from '#core/formula/print-formula.ts'
import type { Condition, Form, Question } from '#schemas/generated/types.ts'
import { mapFormula } from '../../../designer/form-editor/formula-references.ts'
import { nameFromTitle } from '../../../designer/form-editor/name-from-title.ts'
import { rowsOf } from '../../../designer/form-editor/reference-sites.ts'

export interface PlannedQuestion {
  title: string
  /** Field type of the catalogue. */
  kind: string
  required: boolean
  options: string[]
  columns: PlannedQuestion[]
}

export interface PlannedSection {
  title: string
  when?: Decision
  questions: PlannedQuestion[]
}

/** Title of the question that decides, and the words of the answer. */
export interface Decision {
  on: string
  is: string
}

export interface PlannedCondition extends Decision {
  /** Title of the question that is asked only then. */
  asked: string
}

/** A comparison that must hold between answers. */
export interface PlannedCheck {
  /** Title of the question that says so, and of its page: two questions may be called alike. */
  at: string
  page: string
  /** Spreadsheet text over the names that titles give. */
  formula: string
  message: string
  isWarning: boolean
}

export interface Plan {
  pages: { title: string, /** The whole page is asked only then. */ when?: Decision, sections: PlannedSection[] }[]
  conditions: PlannedCondition[]
  checks: PlannedCheck[]
}

interface Heading {
  title: string
  when?: Condition
  questions: string[]
}

/** Sections as a reader sees them: one without a heading goes on with the one before. */
const headings = (page: Form['pages'][number]): Heading[] =>
  page.sections.reduce<Heading[]>((found, section) => {
    const last = found.at(-1)
    if (!section.title && last) return [...found.slice(0, -1), { ...last, questions: [...last.questions, ...section.questions] }]
    return [...found, { title: section.title ?? '', questions: section.questions, ...(section.when && { when: section.when }) }]
  }, [])

const at = (form: Form, path: string): { question: Question, required: boolean } => {
  const segments = path.split('/').slice(1)
  let owner: { properties?: Record<string, Question>, required?: string[] } = form.schema
  for (const segment of segments.slice(0, -1)) owner = owner.properties![segment]!
  const name = segments.at(-1)!
  return { question: owner.properties![name]!, required: owner.required?.includes(name) ?? false }
}

const optionsOf = (question: Question): string[] => (question.$ref ? [] : (question.oneOf ?? question.items?.oneOf ?? []).map((option) => option.title))

/** Computed answers need a formula first: they are not part of the plan. */
const isPlanned = (question: Question): boolean => question['x-compute'] === undefined

const plan = (form: Form, question: Question, required: boolean): PlannedQuestion => {
  const isTable = question.items?.type === 'object'
  const kind = question['x-field'] ?? 'text'
  return {
    title: question.title!, required,
    // A list of codes is chosen in the settings; here it is answered in words.
    kind: question.$ref && kind === 'choice' ? 'text' : kind,
    options: optionsOf(resolveQuestion(question, undefined)),
    columns: isTable ? Object.entries(question.items!.properties!).filter(([, column]) => isPlanned(column)).map(([name, column]) => plan(form, column, question.items!.required?.includes(name) ?? false)) : [],
  }
}

const answerOf = (form: Form, path: string, value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  return at(form, path).question.oneOf?.find((option) => option.const === value)?.title ?? String(value)
}

interface Told { properties?: Record<string, Told>, required?: string[], const?: unknown }

/** The one answer that a condition of the plan compares with. */
const read = (when: Told, path = ''): { path: string, value: unknown } | undefined => {
  const [name] = when.required ?? []
  const inner = name === undefined ? undefined : when.properties?.[name]
  if (!inner) return undefined
  return inner.const === undefined ? read(inner, `${path}/${name}`) : { path: `${path}/${name}`, value: inner.const }
}

const decision = (form: Form, when: Condition | undefined): { when?: Decision } => {
  const told = when && read(when as Told)
  return told ? { when: { on: at(form, told.path).question.title!, is: answerOf(form, told.path, told.value) } } : {}
}

/** Paths of the gallery under the names that the same titles give where nothing is in a group. */
const newNames = (form: Form): Map<string, string> => {
  const taken: string[] = []
  const names = new Map<string, string>()
  for (const path of form.pages.flatMap((page) => page.sections.flatMap((section) => section.questions))) {
    const { question } = at(form, path)
    if (!isPlanned(question)) continue
    names.set(path, `/${nameFromTitle(question.title!, taken)}`)
    taken.push(names.get(path)!.slice(1))
    const columns: string[] = []
    for (const [name, column] of Object.entries(question.items?.properties ?? {})) {
      if (!isPlanned(column)) continue
      columns.push(nameFromTitle(column.title!, columns, 'cot'))
      names.set(`${path}/*/${name}`, `${names.get(path)!}/*/${columns.at(-1)!}`)
    }
  }
  return names
}

/** Checks over planned questions only: a computed answer is none of them. */
const checksOf = (form: Form): PlannedCheck[] => {
  const names = newNames(form)
  const map = (path: string): string | undefined => {
    const known = [...names.keys()].find((each) => path === each || (path.startsWith(`${each}/`) && !each.includes('*') && at(form, each).question['x-field'] === 'address'))
    return names.get(path) ?? (known === undefined ? undefined : names.get(known)! + path.slice(known.length))
  }
  return (form.checks ?? []).flatMap((check) => {
    const rows = rowsOf(check.at)
    const target = map(check.at)
    const formula = target === undefined ? undefined : mapFormula(form, check.formula, { from: rows, to: rows === '' ? '' : rowsOf(target) }, map)
    const title = rows === '' ? at(form, check.at).question.title : at(form, rows.slice(0, -2)).question.items!.properties![check.at.slice(rows.length + 1)]!.title
    const top = rows === '' ? check.at : rows.slice(0, -2)
    const page = form.pages.find((each) => each.sections.some((section) => section.questions.includes(top)))!.title
    // Without groups the owner's number and a member's have one name, and a row cannot be compared with what is outside of it.
    const isShared = target !== undefined && rows !== '' && [...names.values()].includes(`/${target.slice(target.lastIndexOf('/') + 1)}`)
    const isSayable = formula !== undefined && !isShared && !/\b(\w+) = \1\b/.test(printFormula(formula))
    return !isSayable ? [] : [{ at: title!, page, formula: printFormula(formula), message: check.message, isWarning: check.level === 'warning' }]
  })
}

/** What the checks of a built form say, without regard to their order. */
export const checkLines = (checks: readonly PlannedCheck[]): string[] => checks.map((check) => `${check.page} › ${check.at}: ${check.formula}, ${check.message}${check.isWarning ? ' (warning)' : ''}`).toSorted()

export const planOf = (form: Form): Plan => ({
  checks: checksOf(form),
  pages: form.pages.map((page) => ({
    title: page.title, ...decision(form, page.when),
    sections: headings(page).map((section) => ({
      title: section.title, ...decision(form, section.when),
      questions: section.questions.map((path) => at(form, path)).filter(({ question }) => isPlanned(question)).map(({ question, required }) => plan(form, question, required)),
    })),
  })),
  conditions: (form.rules ?? []).flatMap((rule) => {
    const told = rule.within === undefined && rule.show ? read(rule.when as Told) : undefined
    return told ? rule.show!.map((path) => ({ asked: at(form, path).question.title!, on: at(form, told.path).question.title!, is: answerOf(form, told.path, told.value) })) : []
  }),
})

/** Every question with where it stands, what kind it is and whether it must be answered: what two builders must agree on, and the gallery with them. */
export const outlineOf = (form: Form): string[] =>
  form.pages.flatMap((page) => headings(page).flatMap((section) => section.questions.map((path) => at(form, path)).filter(({ question }) => isPlanned(question)).flatMap(({ question, required }) => {
    const line = (each: PlannedQuestion, depth: string): string[] => [`${page.title} · ${section.title} · ${depth}${each.title} · ${each.kind}${each.required ? ' *' : ''} · ${each.options.join(' | ')}`, ...each.columns.flatMap((column) => line(column, '– '))]
    return line(plan(form, question, required), '')
  })))

/** Pages and sections that are asked only then. */
export const whenLines = (form: Form): string[] =>
  planOf(form).pages.flatMap((page) => [page, ...page.sections].flatMap(({ title, when }) => (when ? [`${title}: ${when.on} = ${when.is}`] : [])))
