// The periods that figures are asked for, as months of Vietnam's calendar.
import { monthsBetween } from '#core/statistics/report.ts'

export const periods = ['last12', 'month', 'quarter', 'year', 'lastYear', 'custom'] as const
export type Period = (typeof periods)[number]

const monthAt = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** The first and the last month; a period that has not ended ends with the present month. */
export const monthsOf = (period: Exclude<Period, 'custom'>, month: string): { from: string; to: string } => {
  const year = Number(month.slice(0, 4))
  const index = year * 12 + Number(month.slice(5)) - 1
  switch (period) {
    case 'last12': return { from: monthAt(index - 11), to: month }
    case 'month': return { from: month, to: month }
    case 'quarter': return { from: monthAt(index - (index % 3)), to: month }
    case 'year': return { from: `${year}-01`, to: month }
    case 'lastYear': return { from: `${year - 1}-01`, to: `${year - 1}-12` }
  }
}

const offeredYears = 5

/** Months to choose from, the latest first. */
export const offeredMonths = (month: string): string[] => monthsBetween(`${Number(month.slice(0, 4)) - offeredYears}-01`, month).reverse()
