// A report as tables: what a screen shows behind its charts and what CSV files and workbooks hold are the same rows.
import type { DossierFigures, OpenCounts, PromptnessCounts, StatisticsReport } from '#schemas/generated/types.ts'
import { formatPartialDate } from '../text/format.ts'
import { localise, type Locale } from '../text/localise.ts'
import { onlineShare, onTimeShare, receivedOf, settledOf } from './figures.ts'
import { statisticsWord, type StatisticsWord } from './statistics-words.ts'

export const tableIds = ['months', 'procedures', 'units', 'officers', 'ratings', 'scores'] as const
export type TableId = (typeof tableIds)[number]

export type Cell = string | number | undefined

export interface PlainTable {
  title: string
  /** The first names the row. */
  columns: string[]
  rows: Cell[][]
}

export interface ReportTable extends PlainTable {
  id: TableId
}

const figureColumns: StatisticsWord[] = ['received', 'online', 'counter', 'post', 'settled', 'early', 'onTime', 'late', 'untimed', 'granted', 'refused', 'withdrawn', 'stopped', 'onTimeShare', 'onlineShare']

const figureCells = (figures: DossierFigures): Cell[] => {
  const { received, settled, granted, refused, withdrawn, stopped } = figures
  return [
    receivedOf(figures), received.online, received.counter, received.post, settledOf(figures), settled.early, settled.onTime, settled.late, settled.untimed,
    granted, refused, withdrawn, stopped, onTimeShare(settled), onlineShare(figures),
  ]
}

const openCells = ({ within, over, supplement, payment, otherwisePaused }: OpenCounts): Cell[] => [within, over, supplement + payment + otherwisePaused]

const stepCells = ({ early, onTime, late, untimed }: PromptnessCounts, score: number | undefined): Cell[] => [early + onTime + late + untimed, early, onTime, late, untimed, score]

const workerColumns: StatisticsWord[] = ['steps', 'early', 'onTime', 'late', 'untimed', 'score']

/** Titles of what is rated, by the id of its question. */
export type RatingTitles = Readonly<Record<string, string>>

const content = (report: StatisticsReport, locale: Locale, ratingTitles: RatingTitles): Record<TableId, { columns: StatisticsWord[]; rows: Cell[][] }> => ({
  months: {
    columns: ['month', ...figureColumns],
    rows: [...report.months.map(({ month, figures }) => [formatPartialDate(month, locale), ...figureCells(figures)]), [statisticsWord('total', locale), ...figureCells(report.total)]],
  },
  procedures: {
    columns: ['procedure', ...figureColumns, 'within', 'over', 'paused', 'half', 'nine'],
    rows: [
      ...report.procedures.map((each) => [localise(each, 'name', locale), ...figureCells(each.figures), ...openCells(each.open), each.time?.half, each.time?.nine]),
      [statisticsWord('total', locale), ...figureCells(report.total), ...openCells(report.open), report.time?.half, report.time?.nine],
    ],
  },
  units: { columns: ['unit', ...workerColumns], rows: report.units.map(({ name, steps, score }) => [name, ...stepCells(steps, score)]) },
  officers: { columns: ['officer', ...workerColumns], rows: report.officers.map(({ name, steps, score }) => [name, ...stepCells(steps, score)]) },
  ratings: { columns: ['question', 'mark2', 'mark1', 'mark0'], rows: report.ratings.map(({ id, marks }) => [ratingTitles[id] ?? id, marks[2], marks[1], marks[0]]) },
  scores: { columns: ['indicator', 'score', 'basis'], rows: report.scores.map(({ number, score, dossiers }) => [statisticsWord(`indicator${number}` as StatisticsWord, locale), score, dossiers]) },
})

export const reportTables = (report: StatisticsReport, locale: Locale, ratingTitles: RatingTitles): ReportTable[] => {
  const tables = content(report, locale, ratingTitles)
  return tableIds.map((id) => ({ id, title: statisticsWord(id, locale), columns: tables[id].columns.map((column) => statisticsWord(column, locale)), rows: tables[id].rows }))
}
