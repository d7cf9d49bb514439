// Statistics as screens ask for them: the report of those who answer for an office, the registers, and what everybody may read.
import type { OfficeTime, PublicStatistics, RegisterSummary, StatisticsReport } from '#schemas/generated/types.ts'
import type { TableId } from '#core/statistics/report-tables.ts'
import { type Reply, request } from './http.ts'

export interface StatisticsFilter {
  from?: string
  to?: string
  procedure?: string
  office?: string
}

const queryOf = (filter: object): string => {
  const query = new URLSearchParams(Object.entries(filter as Record<string, string | undefined>).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString()
  return query && `?${query}`
}

export const getReport = (filter: StatisticsFilter): Promise<Reply<StatisticsReport>> => request('GET', `/api/statistics${queryOf(filter)}`)

export const workbookUrl = (filter: StatisticsFilter, lang: string): string => `/api/statistics/report.xlsx${queryOf({ ...filter, lang })}`

export const csvUrl = (table: TableId, filter: StatisticsFilter, lang: string): string => `/api/statistics/${table}.csv${queryOf({ ...filter, lang })}`

/** The answers to one procedure over all its revisions. */
export const answersUrl = (procedure: string, ending: 'csv' | 'xlsx', { from, to }: StatisticsFilter): string => `/api/statistics/procedures/${procedure}/answers.${ending}${queryOf({ from, to })}`

export const listRegisters = (): Promise<Reply<{ registers: RegisterSummary[] }>> => request('GET', '/api/statistics/registers')

export const registerUrl = ({ year, agencyCode }: RegisterSummary, volume: number): string => `/api/statistics/registers/${year}/${encodeURIComponent(agencyCode)}/${volume}.pdf`

export const getPublicStatistics = (year: string | undefined): Promise<Reply<PublicStatistics>> => request('GET', `/api/public-statistics${queryOf({ year })}`)

export const getMeasuredTime = (procedure: string): Promise<Reply<{ time?: OfficeTime }>> => request('GET', `/api/public-statistics/procedures/${procedure}`)
