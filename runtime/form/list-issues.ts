// Issues as a list for people: which question, in which row, what is wrong with it, on which page it can be mended.
import { isError, type Issue } from '#core/issues/issue.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import { translateIssue } from './issue-words.ts'
import { labelOf } from './question-label.ts'
import { pageOf } from './question-facts.ts'
import { controlId } from './control-id.ts'

export interface ListedIssue {
  pointer: string
  /** Id of the control, for a link that works as an address. */
  control: string
  page: string | undefined
  /** '' for the whole form. */
  label: string
  text: string
  level: 'error' | 'warning'
}

/** Errors before warnings, in the order of the pages and their questions. */
export const listIssues = (form: CompiledForm, answers: Answers, issues: readonly Issue[], locale: Locale): ListedIssue[] => {
  const order = form.pages.flatMap(({ sections }) => sections.flatMap(({ paths }) => paths))
  const place = (pointer: string): number => {
    const index = order.findIndex((path) => pointer === path || pointer.startsWith(`${path}/`))
    return index < 0 ? order.length : index
  }
  return issues
    .map((issue): ListedIssue => ({
      pointer: issue.pointer, control: controlId(issue.pointer), page: pageOf(form, issue.pointer),
      label: labelOf(form, answers, issue.pointer, locale), text: translateIssue(issue, locale), level: isError(issue) ? 'error' : 'warning',
    }))
    .sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning') || place(a.pointer) - place(b.pointer) || a.pointer.localeCompare(b.pointer, 'en', { numeric: true }))
}
