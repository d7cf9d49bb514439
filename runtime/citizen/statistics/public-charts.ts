// The public statistics as charts and tables. A figure that is kept back has no length in a chart and says so in words.
import { fewestShown } from '#core/statistics/public-report.ts'
import { percent } from '#core/statistics/figures.ts'
import { officeTimeWords } from '#core/statistics/office-time-words.ts'
import { percentWords } from '#core/statistics/cell-words.ts'
import { statisticsWord } from '#core/statistics/statistics-words.ts'
import { formatNumber, formatPartialDate } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { channelFills, promptnessFills, type BarRow, type Series } from '#runtime/ui/charts/chart.ts'
import type { PublicStatistics } from '#schemas/generated/types.ts'
import { t } from './texts.ts'

type Shown = number | null

export interface PublicChart {
  id: string
  title: string
  lead?: string
  series: Series[]
  rows: BarRow[]
  columns: string[]
  cells: string[][]
  /** What fills the room: 100 per cent. */
  most?: number
}

/** Kept back: it is small itself, or it would give a small one away. */
const shown = (value: Shown, locale: Locale): string => (value === null ? t('statistics.hidden') : formatNumber(value, locale))

const bar = (key: string, label: string, value: Shown, locale: Locale): BarRow => ({ key, label, parts: [value ?? 0], text: shown(value, locale) })

const one = (fill: string): Series[] => [{ name: '', fill }]

const countChart = (id: 'byChannel' | 'byPromptness', head: string, counts: readonly (readonly [key: 'online' | 'counter' | 'post' | 'early' | 'onTime' | 'late', value: Shown])[], fill: string, locale: Locale): PublicChart => {
  const rows = counts.map(([key, value]) => bar(key, statisticsWord(key, locale), value, locale))
  return { id, title: t(`statistics.${id}`), series: one(fill), rows, columns: [head, t('statistics.dossiers')], cells: rows.map(({ label, text }) => [label, text]) }
}

const tableColumns = (first: string): string[] => [first, t('statistics.received'), t('statistics.settled'), t('statistics.late')]

const monthChart = ({ months }: PublicStatistics, locale: Locale): PublicChart => {
  const rows = months.map(({ month, figures }) => bar(month, formatPartialDate(month, locale), figures.received, locale))
  return {
    id: 'byMonth', title: t('statistics.byMonth'), series: one(channelFills[0]), rows, columns: tableColumns(t('statistics.month')),
    cells: months.map(({ month, figures }) => [formatPartialDate(month, locale), shown(figures.received, locale), shown(figures.settled, locale), shown(figures.late, locale)]),
  }
}

const procedureChart = ({ procedures }: PublicStatistics, locale: Locale): PublicChart => ({
  id: 'byProcedure', title: t('statistics.byProcedure'), series: one(channelFills[0]), rows: procedures.map((each) => bar(each.id, localise(each, 'name', locale), each.figures.received, locale)),
  columns: [...tableColumns(t('statistics.procedure')), t('statistics.half'), t('statistics.nine')],
  cells: procedures.map((each) => [
    localise(each, 'name', locale), shown(each.figures.received, locale), shown(each.figures.settled, locale), shown(each.figures.late, locale),
    each.time ? officeTimeWords(each.time.half, locale) : '–', each.time ? officeTimeWords(each.time.nine, locale) : '–',
  ]),
})

const ratingChart = ({ ratings, raters }: PublicStatistics, titles: Readonly<Record<string, string>>, locale: Locale): PublicChart[] => (ratings.length === 0 ? [] : [{
  id: 'ratings', title: t('statistics.ratings'), lead: t('statistics.ratingsLead', { n: formatNumber(raters, locale) }), series: one(promptnessFills[0]), most: 100,
  rows: ratings.map(({ id, shares }) => ({ key: id, label: titles[id] ?? id, parts: [shares[2]!], text: percentWords(shares[2], locale) })),
  columns: [t('statistics.question'), t('statistics.good'), t('statistics.fair'), t('statistics.poor')], cells: ratings.map(({ id, shares }) => [titles[id] ?? id, ...[...shares].reverse().map((share) => formatNumber(share, locale))]),
}])

export const publicCharts = (report: PublicStatistics, titles: Readonly<Record<string, string>>, locale: Locale): PublicChart[] => {
  const { received: { online, counter, post }, settled: { early, onTime, late } } = report
  return [
    countChart('byChannel', t('statistics.way'), [['online', online], ['counter', counter], ['post', post]], channelFills[0], locale),
    countChart('byPromptness', t('statistics.result'), [['early', early], ['onTime', onTime], ['late', late]], promptnessFills[0], locale),
    monthChart(report, locale), ...ratingChart(report, titles, locale), procedureChart(report, locale),
  ]
}

const share = (part: number | undefined, whole: Shown, locale: Locale): string => percentWords(part === undefined || whole === null ? undefined : percent(part, whole), locale)

const sum = (values: readonly Shown[]): number | undefined => (values.includes(null) ? undefined : values.reduce<number>((all, value) => all + value!, 0))

export const publicFigures = ({ total, received, settled, open }: PublicStatistics, locale: Locale): { label: string; text: string }[] => {
  const count = (value: Shown): string => (value === null ? t('statistics.few', { n: fewestShown }) : formatNumber(value, locale))
  const timed = sum([settled.early, settled.onTime, settled.late])
  return [
    { label: t('statistics.received'), text: count(total.received) }, { label: t('statistics.settled'), text: count(total.settled) },
    { label: t('statistics.onTime'), text: share(sum([settled.early, settled.onTime]), timed ?? null, locale) }, { label: t('statistics.online'), text: share(received.online ?? undefined, total.received, locale) },
    { label: t('statistics.open'), text: count(open) },
  ]
}
