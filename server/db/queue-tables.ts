// The tables of the officers' queue as Kysely sees them: what waits for whom, the words that dossiers are found by, saved views.
/** What somebody of the office has to do with an open dossier, as the queue lists it. */
export interface TaskTable {
  dossier_id: string
  kind: 'step' | 'opinion' | 'escalation'
  /** The id of the opinion, or the role that was told; '' for the step itself. */
  part: string
  /** '' where nobody of the office acts. */
  role: string
  /** Code of the unit whose officers act; '' where any officer with the role may. */
  unit: string
  /** The code that the document names, whether the office has it or not; '' for none. */
  code: string
  /** Its place in the queue: when it is due, then online filings before others. */
  place: string
  procedure_id: string
  step: string
  channel: 'online' | 'counter' | 'post'
  received_at: string | null
  assignee_id: string | null
  assignee: string | null
}

/** The words that a filed dossier is found by. */
export interface SearchEntryTable {
  /** In the order of filing. */
  n: number
  dossier_id: string
  /** Folded words, each between blanks. */
  words: string
  /** 0 until the index of SQLite has them; PostgreSQL indexes the words themselves. */
  indexed: number
}

export interface QueueViewTable {
  id: string
  owner_id: string
  owner: string
  name: string
  /** JSON text of the QueueFilters. */
  filters: string
  /** The unit that it is shared with. */
  unit: string | null
  saved_at: string
}
