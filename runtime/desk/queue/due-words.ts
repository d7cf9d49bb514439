// When something is due, in words and tone: overdue and due today must be seen at once, and not by colour alone.
import { formatInstant, vietnamDate } from '#core/text/format.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Tone } from '#runtime/ui/tone.ts'
import { t } from '../texts.ts'

export interface DueWords {
  text: string
  tone: Tone
}

export const dueWords = (due: string | null | undefined, now: number): DueWords => {
  if (!due) return { text: t('due.none'), tone: 'neutral' }
  const time = formatInstant(due, locale.value)
  if (Date.parse(due) < now) return { text: t('due.late', { time }), tone: 'bad' }
  if (vietnamDate(due) === vietnamDate(now)) return { text: t('due.today', { time: time.split(', ')[0]! }), tone: 'warn' }
  return { text: time, tone: 'neutral' }
}
