// The tables of an examination as Kysely sees them: remarks beside answers, and what stood there before the applicant completed it.
export interface RemarkTable {
  dossier_id: string
  /** Pointer of the answer. */
  question: string
  text: string
  /** Counts its changes: two officers who write at once meet here. */
  number: number
  author_id: string
  author: string
  at: string
}

export interface CompletionTable {
  dossier_id: string
  /** Of the dossier, once it was completed. */
  version: number
  at: string
  /** JSON text of { reason, before }. */
  content: string
}
