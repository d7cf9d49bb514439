// The few figures at the head of the overview, in words.
import { onlineShare, onTimeShare, percent, receivedOf, returnedOf, settledOf } from '#core/statistics/figures.ts'
import { cellWords, percentWords } from '#core/statistics/cell-words.ts'
import { officeTimeWords } from '#core/statistics/office-time-words.ts'
import { statisticsWord } from '#core/statistics/statistics-words.ts'
import type { Locale } from '#core/text/localise.ts'
import type { StatisticsReport } from '#schemas/generated/types.ts'
import { t } from './texts.ts'

interface KeyFigure {
  label: string
  text: string
  note?: string
  bad?: boolean
}

/** What people say of everything together. */
const overall = 'noiDungKhac'

const satisfaction = ({ raters, ratings }: StatisticsReport, locale: Locale): KeyFigure => {
  const [poor, fair, good] = ratings.find(({ id }) => id === overall)?.marks ?? []
  const share = percent(good ?? 0, (poor ?? 0) + (fair ?? 0) + (good ?? 0))
  return { label: t('overview.satisfaction'), text: share === undefined ? t('overview.noFigure') : percentWords(share, locale), note: t('overview.satisfactionNote', { n: cellWords(raters, locale) }) }
}

export const keyFigures = (report: StatisticsReport, locale: Locale): KeyFigure[] => {
  const { total, open, time } = report
  const n = (value: number): string => cellWords(value, locale)
  const { received, settled } = total
  return [
    { label: statisticsWord('received', locale), text: n(receivedOf(total)), note: t('overview.receivedNote', { online: n(received.online), share: percentWords(onlineShare(total), locale), counter: n(received.counter), post: n(received.post) }) },
    { label: statisticsWord('settled', locale), text: n(settledOf(total)), note: t('overview.settledNote', { granted: n(total.granted), refused: n(total.refused) }) },
    { label: t('overview.onTime'), text: percentWords(onTimeShare(settled), locale), note: t('overview.onTimeNote', { early: n(settled.early), onTime: n(settled.onTime), late: n(settled.late) }) },
    { label: t('overview.open'), text: n(open.within + open.over), note: t('overview.openNote', { within: n(open.within), over: n(open.over) }), bad: open.over > 0 },
    { label: t('overview.paused'), text: n(open.supplement + open.payment + open.otherwisePaused), note: t('overview.pausedNote', { supplement: n(open.supplement), payment: n(open.payment), other: n(open.otherwisePaused) }) },
    { label: t('overview.returned'), text: n(returnedOf(total)), note: t('overview.returnedNote', { withdrawn: n(total.withdrawn), stopped: n(total.stopped) }) },
    { label: t('overview.time'), text: time ? officeTimeWords(time.half, locale) : t('overview.noFigure'), ...(time && { note: t('overview.timeNote', { nine: officeTimeWords(time.nine, locale) }) }) },
    satisfaction(report, locale),
  ]
}
