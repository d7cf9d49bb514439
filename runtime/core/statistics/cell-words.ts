// The cells of a table of figures as readers of a language expect them; a dash where there is no figure.
import { formatNumber } from '../text/format.ts'
import type { Locale } from '../text/localise.ts'
import type { Cell } from './report-tables.ts'

export const cellWords = (cell: Cell, locale: Locale): string => (cell === undefined ? '–' : typeof cell === 'number' ? formatNumber(cell, locale) : cell)

export const percentWords = (share: number | undefined, locale: Locale): string => (share === undefined ? '–' : `${formatNumber(share, locale)}%`)
