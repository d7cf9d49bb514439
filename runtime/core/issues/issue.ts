// An issue is one thing that is wrong with answers or with a document: where, what, and with which figures. The words
// come later, in the reader's language (text/translate.ts). Core returns issues and never throws for a person's mistake.
import type { Translations } from '#schemas/generated/types.ts'

/** Words that the author of a document wrote for this case; Vietnamese, other languages beside it. */
export interface AuthoredMessage {
  message: string
  'x-i18n'?: Translations
}

export interface Issue {
  /** JSON Pointer (RFC 6901) into what was judged; '' is the whole. */
  pointer: string
  /** Key of the sentence in text/vi.json and text/en.json. */
  code: string
  params?: Record<string, unknown>
  authored?: AuthoredMessage
  /** A warning is shown and stops nothing; a hint is advice to the author of a document. */
  level?: 'error' | 'warning' | 'hint'
  /** Rule or check of the document that speaks. */
  source?: string
}

export const isError = (issue: Issue): boolean => issue.level === undefined || issue.level === 'error'

/** Puts every pointer below a prefix: issues of a part become issues of the whole. */
export const under = (prefix: string, issues: readonly Issue[]): Issue[] => issues.map((issue) => ({ ...issue, pointer: prefix + issue.pointer }))
