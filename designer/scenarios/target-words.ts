// What a scenario tries, or does not try yet, in words, and where in the document it stands.
import { questionAt } from '#core/form/question-at.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { resolveQuestion, walkForm } from '#core/form/walk-form.ts'
import { parsePointer, toPath } from '#core/issues/json-pointer.ts'
import type { Target } from '#core/scenario/coverage.ts'
import type { Level } from '#core/scenario/small-set.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { conditionText } from '../form-editor/condition-text.ts'
import { t } from './texts.ts'

const optionText = (form: CompiledForm, path: string, value: unknown, locale: Locale): string => {
  const question = questionAt(form, path)
  const list = question?.type === 'array' ? resolveQuestion(question.items ?? {}, form.form.schema.$defs) : question
  const option = list?.oneOf?.find((each) => each.const === value)
  return option ? localise(option, 'title', locale) : typeof value === 'boolean' ? t(value ? 'scenarios.yes' : 'scenarios.no') : String(value)
}

export const stepTitle = (procedure: Procedure, id: string, locale: Locale): string => localise(procedure.workflow?.steps.find((step) => step.id === id), 'title', locale) || id

const wayText = (procedure: Procedure, { step: id, by, to }: Extract<Target, { kind: 'transition' }>, locale: Locale): string => {
  const step = procedure.workflow?.steps.find((each) => each.id === id)
  const action = step?.actions?.find((each) => each.id === by)
  if (action) return localise(action, 'title', locale)
  return by === 'supplement' ? t('scenarios.target.supplement') : t('scenarios.target.branch', { to: stepTitle(procedure, to, locale) })
}

export const targetText = (procedure: Procedure, form: CompiledForm, target: Target, locale: Locale): string => {
  if (target.kind === 'option') return t('scenarios.target.option', { question: localise(form.questions.get(target.path)?.question, 'title', locale) || target.path, option: optionText(form, target.path, target.value, locale) })
  if (target.kind === 'transition') return t('scenarios.target.way', { step: stepTitle(procedure, target.step, locale), way: wayText(procedure, target, locale) })
  const title = titleOf(procedure, target.kind, target.id, locale)
  return t(`scenarios.target.${target.kind}.${target.side}`, { title })
}

const titleOf = (procedure: Procedure, kind: 'rule' | 'check' | 'page' | 'fee', id: string, locale: Locale): string => {
  if (kind === 'page') return localise(procedure.form?.pages.find((page) => page.id === id), 'title', locale) || id
  if (kind === 'fee') return localise(procedure.fees?.find((fee) => fee.id === id), 'title', locale) || id
  return reasonText(procedure, id, locale)
}

/** A rule or check as authors know it; a place in the form by its question. */
export const reasonText = (procedure: Procedure, id: string, locale: Locale): string => {
  const rule = procedure.form?.rules?.find((each) => each.id === id)
  if (rule) return localise(rule, 'title', locale) || conditionText(rule.when, procedure.form, rule.within)
  const check = localise(procedure.form?.checks?.find((each) => each.id === id), 'message', locale)
  return check || (id.startsWith('/') ? questionTitle(procedure, id, locale) : id)
}

/** The question at a pointer, by what it is called. */
export const questionTitle = (procedure: Procedure, pointer: string, locale: Locale): string =>
  (procedure.form && localise(walkForm(procedure.form.schema).find((visit) => visit.path === toPath(pointer))?.question, 'title', locale)) || pointer

export const levelText = (form: CompiledForm, { path, value }: Level, locale: Locale): string | undefined =>
  (value === undefined ? undefined : t('scenarios.target.option', { question: localise(questionAt(form, path), 'title', locale) || path, option: optionText(form, path, value, locale) }))

/** Pointer of what a target speaks of, for the way there. */
export const targetPointer = (procedure: Procedure, target: Target): string => {
  const indexOf = (list: readonly { id: string }[] | undefined, id: string): number => (list ?? []).findIndex((each) => each.id === id)
  switch (target.kind) {
    case 'option': return `/form/schema${parsePointer(target.path).map((segment) => (segment === '*' ? '/items' : `/properties/${segment}`)).join('')}`
    case 'rule': return `/form/rules/${indexOf(procedure.form?.rules, target.id)}`
    case 'check': return `/form/checks/${indexOf(procedure.form?.checks, target.id)}`
    case 'page': return `/form/pages/${indexOf(procedure.form?.pages, target.id)}`
    case 'fee': return `/fees/${indexOf(procedure.fees, target.id)}`
    case 'transition': return `/workflow/steps/${indexOf(procedure.workflow?.steps, target.step)}`
  }
}
