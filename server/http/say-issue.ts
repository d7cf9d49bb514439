// The sentence for one fault: of the request's shape from the server's own catalogue, of everything else from core.
import type { Issue } from '#core/issues/issue.ts'
import type { Locale } from '#core/text/localise.ts'
import { translateIssue } from '#core/text/translate.ts'
import { sayFileFault } from '../files/fault-texts.ts'
import { sayBodyIssue } from './body-texts.ts'

export const sayIssue = (issue: Issue, locale: Locale): string => sayBodyIssue(issue, locale) ?? sayFileFault(issue, locale) ?? translateIssue(issue, locale)
