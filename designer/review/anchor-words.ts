// What a comment is about, in words: a change, a question, a step, a page, or the whole. What is gone is called as it was called.
import { pageTitle, questionTitle, stepTitle, type Documents } from '#core/change/change-words.ts'
import type { Difference } from '#core/change/difference.ts'
import type { DifferenceGroup } from '#core/change/group-differences.ts'
import { placesIn } from '#core/form/question-places.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import type { CommentAnchor, Procedure } from '#schemas/generated/types.ts'
import { t } from './texts.ts'
import { allTold } from './told-changes.ts'

/** With the question or step beside it: so that it still has its place when the change itself is gone. */
export const anchorOf = ({ id, at }: Difference): CommentAnchor => ({
  difference: id, ...(at.path !== undefined && { path: at.path }), ...(at.step !== undefined && { step: at.step }), ...(at.page !== undefined && { page: at.page }),
})

/** The thing alone: a question, a step, a page; '' for the whole change. */
const placeTitle = ({ path, step, page }: CommentAnchor, documents: Documents, locale: Locale): string => {
  const telling = { documents, locale, ...(step !== undefined && { step }) }
  if (path !== undefined) return t('reviewing.comments.atQuestion', { title: questionTitle(path, telling) })
  if (page !== undefined) return t('changeList.onPage', { page: pageTitle(page, telling) })
  return step === undefined ? t('reviewing.comments.atWhole') : t('reviewing.comments.atStep', { title: stepTitle(step, telling) })
}

export const anchorTitle = (anchor: CommentAnchor, groups: readonly DifferenceGroup[], documents: Documents, locale: Locale): string => {
  const told = anchor.difference === undefined ? undefined : allTold(groups).find(({ difference }) => difference.id === anchor.difference)
  if (told) return told.sentence
  const place = placeTitle(anchor, documents, locale)
  return anchor.difference === undefined ? place : t('reviewing.comments.gone', { place })
}

export interface CommentPlace {
  value: string
  label: string
  anchor: CommentAnchor
}

/** Everything that a comment can be about besides a single change. */
export const commentPlaces = ({ form, workflow }: Procedure, locale: Locale): CommentPlace[] => [
  { value: 'whole', label: t('reviewing.comments.atWhole'), anchor: {} },
  ...placesIn(form?.schema).map(({ path, question, name }): CommentPlace => ({ value: `path:${path}`, label: t('reviewing.comments.atQuestion', { title: localise(question, 'title', locale) || name }), anchor: { path } })),
  ...(workflow?.steps ?? []).map((step): CommentPlace => ({ value: `step:${step.id}`, label: t('reviewing.comments.atStep', { title: localise(step, 'title', locale) || step.id }), anchor: { step: step.id } })),
]
