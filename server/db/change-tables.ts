// The tables of the review of changes as Kysely sees them: requests, who wrote a draft, comments, marks, and what happened,
// and whom it is told to.
export interface ChangeRequestTable {
  id: string
  procedure_id: string
  state: 'in-review' | 'changes-asked' | 'approved' | 'scheduled' | 'published' | 'closed'
  /** The published revision that the draft was held against. */
  base: string | null
  hash: string
  document: string
  comment: string
  author_id: string
  author: string
  created_at: string
  publish_at: string | null
  /** JSON text of { parts, approvals, meanings?, disposition?, legalBasis? }. */
  content: string
  version: number
}

/** Everybody who saved the draft since the last publication. */
export interface DraftAuthorTable {
  procedure_id: string
  account_id: string
  name: string
  saved_at: string
}

export interface ChangeThreadTable {
  id: string
  request_id: string
  /** JSON text of the CommentAnchor. */
  anchor: string
  state: 'open' | 'resolved'
  settled_by: string | null
  settled_at: string | null
  begun_at: string
}

export interface ChangeCommentTable {
  id: string
  thread_id: string
  number: number
  body: string
  author_id: string
  author: string
  at: string
}

export interface ChangeSeenTable {
  request_id: string
  account_id: string
  difference: string
  /** Of the content of the difference as it was seen. */
  digest: string
}

/** Append-only; each row is chained to the one before by its hash. */
export interface ProcedureEventTable {
  procedure_id: string
  number: number
  at: string
  type: string
  actor_id: string | null
  actor: string
  request_id: string | null
  /** Hash of the content that it is about. */
  revision: string | null
  /** JSON text of what belongs to it. */
  content: string
  prev: string
  hash: string
}

export interface OrganisationSettingTable {
  name: string
  /** JSON text. */
  content: string
}

/** What came of playing a content through; `examples` names dossiers and is never sent as it is. */
export interface ChangeReplayTable {
  request_id: string
  hash: string
  finished_at: string
  /** JSON text of the ChangeReplay. */
  result: string
  /** JSON text: by group and path, ids of dossiers. */
  examples: string
}

/** A change that is being played through, in whichever process, or that was stopped in the middle. */
export interface ReplayRunTable {
  request_id: string
  hash: string
  /** Of one run: whoever finds another one here has lost it. */
  run_id: string
  state: 'running' | 'cancelled' | 'failed'
  /** JSON text of the ChangeReplay so far. */
  view: string
  /** When its process was heard of last. */
  seen_at: string
}

/** A draft whose applicant was written to about a changed form, and has not looked since. */
export interface UnreadMoveTable {
  dossier_id: string
  told_at: string
}

/** Drafts, or open dossiers, that come over to a revision that was published. */
export interface RevisionMoveTable {
  request_id: string
  what: 'drafts' | 'open'
  procedure_id: string
  /** The one that they come over to. */
  revision: string
  /** The last dossier of this pass that was looked at. */
  after_id: string
  pass: number
  moved: number
  begun_at: string
  done_at: string | null
}

/** Somebody outside who is written to when the data of a procedure change. */
export interface DataReaderTable {
  id: string
  procedure_id: string
  name: string
  email: string
  language: 'vi' | 'en'
  added_at: string
  /** The account. */
  added_by: string
}

export interface RevisionMoveLeftTable {
  request_id: string
  dossier_id: string
  why: 'stepGone' | 'supplement' | 'asksAgain'
  step: string | null
}
