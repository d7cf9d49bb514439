// What an author builds, page by page, taken from procedure 17 of the gallery (đăng ký hộ kinh doanh): its pages, headings,
// questions, tables, options, conditions. Groups are a matter of data only, so the plan asks their questions directly.
import { resolveQuestion } from '#core/form/walk-form.ts'
import type { Form, Question } from '#schemas/generated/types.ts'

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
  questions: PlannedQuestion[]
}

export interface PlannedCondition {
  /** Title of the question that is asked only then. */
  asked: string
  /** Title of the question that decides, and the words of the answer. */
  on: string
  is: string
}

export interface Plan {
  pages: { title: string, sections: PlannedSection[] }[]
  conditions: PlannedCondition[]
}

interface Heading {
  title: string
  questions: string[]
}

/** Sections as a reader sees them: one without a heading goes on with the one before. */
const headings = (page: Form['pages'][number]): Heading[] =>
  page.sections.reduce<Heading[]>((found, section) => {
    const last = found.at(-1)
    if (!section.title && last) return [...found.slice(0, -1), { ...last, questions: [...last.questions, ...section.questions] }]
    return [...found, { title: section.title ?? '', questions: section.questions }]
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

export const planOf = (form: Form): Plan => ({
  pages: form.pages.map((page) => ({
    title: page.title,
    sections: headings(page).map((section) => ({
      title: section.title,
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
