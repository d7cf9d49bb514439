// Why a question is asked or not, and which rules and checks speak, for the answers of a trial: sentences with their verdicts.
import { holdsAt, type Relevance } from '#core/condition/relevance.ts'
import type { CompiledForm, CompiledPage, ScopedCondition } from '#core/form/compiled-form.ts'
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { expandPath, type Answers } from '#core/issues/json-pointer.ts'
import { checkSides, conditionSides } from '#core/scenario/rule-states.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { conditionText } from '../form-editor/condition-text.ts'

export interface Reason {
  text: string
  holds: boolean
}

export interface AskedRow {
  path: string
  title: string
  isAsked: boolean
  reasons: Reason[]
}

const conditionsOf = (form: CompiledForm, path: string): ScopedCondition[] => {
  const question = form.questions.get(path)
  return question ? [...conditionsOf(form, question.parent), ...question.conditions] : []
}

/** Of a table: of its first row. */
const firstPointer = (path: string, answers: Answers): string => expandPath(path, answers)[0] ?? path.replaceAll('/*', '/0')

/** The questions of a page that are not always asked. */
export const askedRows = (form: CompiledForm, page: CompiledPage, relevance: Relevance, locale: Locale): AskedRow[] => {
  const paths = page.sections.flatMap((section) => section.paths)
  const columns = [...form.questions.keys()].filter((path) => paths.some((each) => path.startsWith(`${each}/`)))
  return [...paths, ...columns].flatMap((path): AskedRow[] => {
    const pointer = firstPointer(path, relevance.answers)
    const reasons = conditionsOf(form, path).map((condition) => ({ text: conditionText(condition.when, form.form, condition.within), holds: holdsAt(condition, relevance.answers, pointer) }))
    return reasons.length === 0 ? [] : [{ path, title: localise(form.questions.get(path)?.question, 'title', locale), isAsked: relevance.isAsked(pointer), reasons }]
  })
}

export type RuleEffect = 'show' | 'require' | 'limit' | 'refuse'

export interface RuleRow {
  id: string
  text: string
  effect: RuleEffect
  isOn: boolean
}

const effects: readonly RuleEffect[] = ['show', 'require', 'limit', 'refuse']

export const ruleRows = ({ form }: CompiledForm, answers: Answers, locale: Locale): RuleRow[] =>
  (form.rules ?? []).map((rule) => ({ id: rule.id, text: localise(rule, 'title', locale) || conditionText(rule.when, form, rule.within), effect: effects.find((effect) => rule[effect]) ?? 'show', isOn: conditionSides(rule, answers).yes }))

export interface CheckRow {
  id: string
  text: string
  state: 'passes' | 'broken' | 'notApplied'
}

export const checkRows = ({ form }: CompiledForm, answers: Answers, today: string, calendar: WorkingCalendar, locale: Locale): CheckRow[] =>
  (form.checks ?? []).map((check) => {
    const { yes, no } = checkSides(check, answers, { today, calendar })
    return { id: check.id, text: localise(check, 'message', locale) || check.id, state: no ? 'broken' : yes ? 'passes' : 'notApplied' }
  })
