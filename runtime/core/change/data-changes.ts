// What a change means to whoever reads the data: which answers came, went or stand elsewhere, and which may hold other values. What
// only people who fill in the form see (words, pages, when a question is asked) is left out; the whole story is in list-differences.ts.
import type { Procedure } from '#schemas/generated/types.ts'
import type { Locale } from '../text/localise.ts'
import { describeDifference } from './describe-difference.ts'
import type { Difference, DifferenceKind } from './difference.ts'
import { listDifferences } from './list-differences.ts'

export interface DataChange {
  /** Path of the answer; `#/$defs/…` for a list of values that several answers share. */
  path: string
  /** The path that it had. */
  was?: string
  kind: DifferenceKind
  sentence: string
}

const ofData = new Set<Difference['part']>(['question', 'option', 'codeList'])

/** Settings that no value of an answer depends on. */
const onlyShown = new Set([
  'title', 'description', 'examples', 'order', 'default', 'x-i18n', 'x-widget', 'x-messages', 'x-autocomplete', 'x-itemTitle', 'x-addLabel', 'x-note', 'x-prefill', 'x-privacy',
])

const isShown = (setting: string): boolean => onlyShown.has(setting.slice(setting.lastIndexOf('.') + 1))

/** Of the applicant's form: what officers note in their steps stays in the office. */
const isOfData = ({ part, at, setting }: Difference): boolean => ofData.has(part) && at.step === undefined && (setting === undefined || !isShown(setting))

const placeOf = ({ part, at, kind, after }: Difference): string => {
  if (kind === 'moved' || kind === 'renamed') return String(after)
  return at.path ?? `#/$defs/${(part === 'codeList' ? at.id : at.listId) ?? ''}`
}

/** In the order of the form; nothing where one of the two asks nothing. */
export const dataChanges = (before: Procedure, after: Procedure, locale: Locale): DataChange[] => {
  if (!before.form || !after.form) return []
  const documents = { before, after }
  return listDifferences(before, after).filter(isOfData).map((difference) => ({
    path: placeOf(difference), kind: difference.kind, sentence: describeDifference(difference, documents, locale),
    ...((difference.kind === 'moved' || difference.kind === 'renamed') && { was: String(difference.before) }),
  }))
}
