// The charts of the overview: which rows of the report become bars, in which colours.
import { onTimeShare, receivedOf, settledOf } from '#core/statistics/figures.ts'
import { cellWords, percentWords } from '#core/statistics/cell-words.ts'
import type { ReportTable, TableId } from '#core/statistics/report-tables.ts'
import { statisticsWord, type StatisticsWord } from '#core/statistics/statistics-words.ts'
import { formatPartialDate } from '#core/text/format.ts'
import { localise, type Locale } from '#core/text/localise.ts'
import { channelFills, markFills, promptnessFills, type BarRow, type Series } from '#runtime/ui/charts/chart.ts'
import type { DossierFigures, PromptnessCounts, StatisticsReport, WorkerFigures } from '#schemas/generated/types.ts'

export interface Chart {
  id: string
  table: TableId
  series: Series[]
  rows: BarRow[]
  /** How many rows are in the table only. */
  more: number
}

const mostRows = 12

const seriesOf = (words: readonly StatisticsWord[], fills: readonly string[], locale: Locale): Series[] => words.map((word, i) => ({ name: statisticsWord(word, locale), fill: fills[i]! }))

const channelParts = ({ received: { online, counter, post } }: DossierFigures): number[] => [online, counter, post]
const promptParts = ({ early, onTime, late, untimed }: PromptnessCounts): number[] => [early, onTime, late, untimed]

export const reportCharts = (report: StatisticsReport, tables: readonly ReportTable[], locale: Locale): Chart[] => {
  const channels = seriesOf(['online', 'counter', 'post'], channelFills, locale)
  const prompt = seriesOf(['early', 'onTime', 'late', 'untimed'], promptnessFills, locale)
  const n = (value: number): string => cellWords(value, locale)
  const chart = (id: string, table: TableId, series: Series[], rows: BarRow[], most = mostRows): Chart => ({ id, table, series, rows: rows.slice(0, most), more: Math.max(0, rows.length - most) })
  const workers = (all: readonly WorkerFigures[]): BarRow[] => all.map(({ id, name, steps }) => ({ key: id, label: name, parts: promptParts(steps), text: percentWords(onTimeShare(steps), locale) }))
  const asked = tables.find(({ id }) => id === 'ratings')?.rows ?? []
  const months = report.months.map(({ month, figures }) => ({ key: month, label: formatPartialDate(month, locale), figures }))
  return [
    chart('receivedByMonth', 'months', channels, months.map(({ key, label, figures }) => ({ key, label, parts: channelParts(figures), text: n(receivedOf(figures)) })), months.length),
    chart('settledByMonth', 'months', prompt, months.map(({ key, label, figures }) => ({ key, label, parts: promptParts(figures.settled), text: n(settledOf(figures)) })), months.length),
    chart('byProcedure', 'procedures', channels, report.procedures.map((each) => ({ key: each.id, label: localise(each, 'name', locale), parts: channelParts(each.figures), text: n(receivedOf(each.figures)) }))),
    chart('byUnit', 'units', prompt, workers(report.units)),
    chart('byOfficer', 'officers', prompt, workers(report.officers)),
    chart('ratings', 'ratings', seriesOf(['mark2', 'mark1', 'mark0'], markFills, locale), report.raters === 0 ? [] : report.ratings.map(({ id, marks }, i) => ({ key: id, label: String(asked[i]?.[0] ?? id), parts: [marks[2]!, marks[1]!, marks[0]!], text: n(marks.reduce((sum, each) => sum + each, 0)) })), 20),
  ].filter(({ rows }) => rows.length > 0)
}
