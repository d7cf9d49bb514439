// What happened to the form of a draft, in one sentence or two: changed on which day, and what that means for who fills it in.
import { formatDate, vietnamDate } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { RevisionNotice } from '#schemas/generated/types.ts'
import { t } from './texts.ts'

/** A day of this year is called without the year: 3/5, 3 May. */
export const shortDay = (date: string, language: Locale, today: string): string => {
  const whole = formatDate(date, language)
  if (date.slice(0, 4) !== today.slice(0, 4)) return whole
  return language === 'vi' ? whole.slice(0, -5).replaceAll(/\b0/g, '') : whole.slice(0, -5)
}

const meaningOf = ({ kind, until, questions, aside }: RevisionNotice, open: number, day: (date: string) => string): string => {
  if (kind === 'finish') return until === undefined ? t('changed.noEnd') : t('changed.until', { day: day(until) })
  if (open > 0) return t('changed.again', {}, open)
  return questions.length > 0 ? t('changed.answered') : aside.length > 0 ? '' : t('changed.fits')
}

/** `open`: how many of its questions still wait for an answer. */
export const noticeSentence = (notice: RevisionNotice, open: number = notice.questions.length): string => {
  const today = vietnamDate(Date.now())
  const day = (date: string): string => shortDay(date, locale.value, today)
  if (notice.kind === 'withdrawn') return t('changed.withdrawn', { day: day(notice.changedOn) })
  return [t('changed.on', { day: day(notice.changedOn) }), meaningOf(notice, open, day)].filter(Boolean).join(' ')
}
