// The sentence for one fault: the author's own words first, then the catalogue that its code belongs to.
import type { Issue } from '#core/issues/issue.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { sayBodyIssue } from './body-texts.ts'

export const sayIssue = (issue: Issue, locale: Locale): string =>
  localise(issue.authored, 'message', locale) || (sayBodyIssue(issue, locale) ?? issue.code)
