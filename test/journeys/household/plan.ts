// What an author makes, page by page: headings, questions with their settings, tables, groups, conditions, checks, fees, and the
// English of all of it, each in the words that stand on the screen.
import { candidatesOf } from '#core/condition/condition-candidates.ts'
import { isSentence, readCondition, type Mode, type Row, type Sentence, type Test } from '#core/condition/condition-sentence.ts'
import { resolveQuestion } from '#core/form/walk-form.ts'
import { printFormula } from '#core/formula/print-formula.ts'
import type { Condition, Form, Option, Question } from '#schemas/generated/types.ts'
import { questionAt } from '../../../designer/form-editor/form-place.ts'
import { nameFromTitle } from '../../../designer/form-editor/name-from-title.ts'
import { textParts } from '../../../designer/languages/text-parts.ts'
import { groupsOf, lastOf, parentOf, type Goal } from './named.ts'
import { settingsToMake, type PlannedSetting } from './planned-settings.ts'

export interface PlannedOption {
  title: string
  /** Where the words do not give it. */
  value?: string
}

export interface PlannedQuestion {
  title: string
  /** Field type of the catalogue. */
  kind: string
  required: boolean
  help: string
  options: PlannedOption[]
  /** The code list that gives the options. */
  list: string | undefined
  settings: PlannedSetting[]
  formulas: PlannedSetting[]
  columns: PlannedQuestion[]
}

/** One line of a condition: question, test, values, each as it is shown. */
export interface Line {
  on: string
  test: Test
  values: string[]
}

/** A line, or a group of them that stands as one. */
export type Decision = Line | { mode: Mode, lines: Line[] }

export interface PlannedPage {
  title: string
  description: string
  when: Decision[]
  sections: { title: string, when: Decision[], questions: PlannedQuestion[] }[]
  groups: { title: string, questions: string[] }[]
}

/** The title of a question and of its page: two questions may be called alike. */
interface AtQuestion {
  at: string
  page: string
}

export interface PlannedRule extends AtQuestion {
  title: string
  when: Decision[]
}

/** A comparison that must hold between answers. */
export interface PlannedCheck extends AtQuestion {
  formula: string
  message: string
  isWarning: boolean
}

export interface PlannedFee {
  title: string
  amount: number
  when: Decision[]
  law: string
}

export interface PlannedPart {
  /** As the list of parts calls it. */
  name: string
  texts: Map<string, string>
}

export interface Plan {
  pages: PlannedPage[]
  rules: PlannedRule[]
  checks: PlannedCheck[]
  fees: PlannedFee[]
  english: PlannedPart[]
}

const optionOf = ({ title, const: value }: Option): PlannedOption => (nameFromTitle(title, [], 'lua chon') === value ? { title } : { title, value: String(value) })

const planQuestion = (form: Form, path: string): PlannedQuestion => {
  const question = questionAt(form.schema, path)!
  const owner = (path.includes('/*') ? questionAt(form.schema, path.slice(0, path.indexOf('/*')))!.items : parentOf(path) === '' ? form.schema : questionAt(form.schema, parentOf(path))) as Question
  const resolved = resolveQuestion(question, form.schema.$defs)
  const isListed = question.$ref !== undefined
  const { now, later } = settingsToMake(question, isListed ? (resolved.oneOf?.length ?? 0) : 0)
  const isTable = question.items?.type === 'object'
  return {
    title: question.title!, kind: question['x-field'] ?? 'text', required: owner.required?.includes(lastOf(path)) ?? false, help: question.description ?? '',
    options: isListed ? [] : (question.oneOf ?? []).map(optionOf), list: isListed ? resolved['x-codeList'] : undefined, settings: now, formulas: later,
    columns: isTable ? Object.keys(question.items!.properties!).map((name) => planQuestion(form, `${path}/*/${name}`)) : [],
  }
}

const decisions = (form: Form, when: Condition | undefined): Decision[] => {
  const known = candidatesOf(form, 'vi')
  const line = ({ path, test, value }: Row): Line => {
    const on = known.find((each) => each.path === path)!
    const say = (each: unknown): string => (typeof each === 'boolean' ? (each ? 'Có' : 'Không') : (on.options.find((option) => option.value === each)?.label ?? String(each)))
    return { on: on.label, test, values: value === undefined ? [] : [value].flat().map(say) }
  }
  const linesOf = ({ parts }: Sentence): Line[] => parts.filter((part): part is Row => !isSentence(part)).map(line)
  return (when ? (readCondition(when)?.parts ?? []) : []).map((part) => (isSentence(part) ? { mode: part.mode, lines: linesOf(part) } : line(part)))
}

const place = (form: Form, path: string): AtQuestion => {
  const standing = path.includes('/*') ? path.slice(0, path.indexOf('/*')) : path
  return { at: questionAt(form.schema, path)!.title!, page: form.pages.find((page) => page.sections.some((section) => section.questions.includes(standing)))!.title }
}

const english = ({ procedure }: Goal): PlannedPart[] => {
  let page = 0
  return textParts(procedure).map(({ kind, title, rows }) => {
    if (kind === 'page') page += 1
    const name = kind === 'page' ? `Trang ${page}: ${title}` : kind === 'rules' ? 'Quy tắc và lời báo' : 'Phí, lệ phí'
    return { kind, name, texts: new Map(rows.filter(({ en }) => en !== '').map(({ pointer, en }) => [pointer, en])) }
  }).filter(({ kind }) => kind !== 'information')
}

export const planOf = (goal: Goal): Plan => {
  const { form, procedure } = goal
  return {
    pages: form.pages.map((page) => ({
      title: page.title, description: page.description ?? '', when: decisions(form, page.when),
      sections: page.sections.map((section) => ({ title: section.title ?? '', when: decisions(form, section.when), questions: section.questions.map((path) => planQuestion(form, path)) })),
      groups: groupsOf(page).map(({ path, members }) => ({ title: questionAt(form.schema, path)!.title!, questions: members.map((member) => questionAt(form.schema, member)!.title!) })),
    })),
    rules: (form.rules ?? []).map((rule) => ({ ...place(form, rule.show![0]!), title: rule.title, when: decisions(form, rule.when) })),
    checks: (form.checks ?? []).map((check) => ({ ...place(form, check.at), formula: printFormula(check.formula), message: check.message, isWarning: check.level === 'warning' })),
    fees: (procedure.fees ?? []).map((fee) => ({ title: fee.title, amount: Number(fee.amount), when: decisions(form, fee.when), law: fee.legalBasis ?? '' })),
    english: english(goal),
  }
}
