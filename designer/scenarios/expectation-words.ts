// What a scenario expects, as one line: “nộp được, trả 50.000 đ, đi qua Tiếp nhận › Thẩm định › Đã cấp”.
import { formatDate, formatMoney } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { Procedure, Scenario } from '#schemas/generated/types.ts'
import type { Issue } from '#core/issues/issue.ts'
import { translateIssue } from '#core/text/translate.ts'
import { questionTitle, reasonText, stepTitle } from './target-words.ts'
import { t } from './texts.ts'

export const expectationText = (procedure: Procedure, { valid, refusedBy, fee, dueOn, path }: Scenario['expect'], locale: Locale): string => {
  const steps = (path ?? []).map((id) => stepTitle(procedure, id, locale))
  return [
    t(valid ? 'scenarios.expects.valid' : 'scenarios.expects.invalid'),
    ...(refusedBy === undefined ? [] : [t('scenarios.expects.refusedBy', { text: reasonText(procedure, refusedBy, locale) })]),
    ...(fee === undefined ? [] : [t('scenarios.expects.fee', { amount: formatMoney(fee, locale) })]),
    ...(dueOn === undefined ? [] : [t('scenarios.expects.due', { date: formatDate(dueOn, locale) })]),
    ...(steps.length === 0 ? [] : [t('scenarios.expects.path', { steps: steps.join(' › ') })]),
  ].join(', ')
}

const pageTitle = (procedure: Procedure, id: string, locale: Locale): string => localise(procedure.form?.pages.find((page) => page.id === id), 'title', locale) || id

/** What differs, with pages, steps, rules and questions by their titles. */
export const differenceText = (procedure: Procedure, issue: Issue, locale: Locale): string => {
  const params = issue.params ?? {}
  const kind = String(params['field'] ?? '')
  const named = (value: unknown): string => String(value ?? '').split(', ').filter(Boolean).map((each) => (kind === 'pages' ? pageTitle(procedure, each, locale) : kind === 'path' ? stepTitle(procedure, each, locale) : each.startsWith('/') ? questionTitle(procedure, each, locale) : reasonText(procedure, each, locale))).join(', ')
  const words = ['pages', 'path', 'refused', 'refusedBy'].includes(kind) ? { ...(params['expected'] !== undefined && { expected: named(params['expected']) }), found: named(params['found']) } : {}
  return translateIssue({ ...issue, params: { ...params, ...words } }, locale)
}
