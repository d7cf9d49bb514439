// The tables of the statistics as Kysely sees them: counters, what has yet to be added to them, what is from before they were there.

export interface StatisticTable {
  /** YYYY-MM in Vietnam. */
  month: string
  procedure_id: string
  kind: string
  part: string
  detail: string
  n: number
}

/** Written with whatever is counted; added to the counters a moment later, many at once. */
export interface StatisticChangeTable extends Omit<StatisticTable, 'n'> {
  n: number
  by: number
}

/** A dossier that was filed before there were counters, as far as it had come. */
export interface StatisticBacklogTable {
  dossier_id: string
  version: number
}
