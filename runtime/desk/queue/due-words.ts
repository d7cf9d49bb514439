// When something is due, in words and tone: overdue and about to be overdue must be seen at once, and not by colour alone.
import { formatInstant, vietnamDate } from '#core/text/format.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Tone } from '#runtime/ui/tone.ts'
import type { QueueEntry } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

export interface DueWords {
  text: string
  tone: Tone
}

export const dueWords = (due: string | null | undefined, now: number, status?: QueueEntry['status']): DueWords => {
  if (!due) return { text: t('due.none'), tone: 'neutral' }
  const time = formatInstant(due, locale.value)
  if (Date.parse(due) < now) return { text: t('due.late', { time }), tone: 'bad' }
  if (vietnamDate(due) === vietnamDate(now)) return { text: t('due.today', { time: time.split(', ')[0]! }), tone: 'warn' }
  return status === 'soon' ? { text: t('due.soon', { time }), tone: 'warn' } : { text: time, tone: 'neutral' }
}

/** The clock that ends first: the step's, or the law's. */
export const firstDue = ({ stepDueAt, dueAt }: Pick<QueueEntry, 'stepDueAt' | 'dueAt'>): string | undefined =>
  [stepDueAt, dueAt].filter((due) => typeof due === 'string').sort((a, b) => Date.parse(a) - Date.parse(b))[0]
