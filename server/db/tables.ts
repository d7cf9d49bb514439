// The tables as Kysely sees them: snake_case columns, documents as JSON text (so that key order and bytes survive on
// both engines), instants as RFC 3339 UTC text. Migrations create them; repositories are the only readers.
import type { CalendarVersionTable, MembershipTable, OrganisationChangeTable, StaffedPlaceTable, SubstitutionTable, UnitTable } from './organisation-tables.ts'
import type { StatisticBacklogTable, StatisticChangeTable, StatisticTable } from './statistics-tables.ts'
import type { QueueViewTable, SearchEntryTable, TaskTable } from './queue-tables.ts'
import type {
  ChangeCommentTable, ChangeReplayTable, ChangeRequestTable, ChangeSeenTable, ChangeThreadTable, DataReaderTable, DraftAuthorTable, OrganisationSettingTable, ProcedureEventTable, ReplayRunTable, RevisionMoveLeftTable,
  RevisionMoveTable, UnreadMoveTable,
} from './change-tables.ts'
import type { CompletionTable, RemarkTable } from './remark-tables.ts'

export interface ProcedureTable {
  id: string
  code: string
  name: string
  /** JSON text of the Procedure document as last saved. */
  draft: string
  draft_version: number
  draft_saved_at: string
  draft_saved_by: string
  published_hash: string | null
  created_at: string
  created_by: string
}

export interface RevisionTable {
  hash: string
  procedure_id: string
  document: string
  /** JSON text of the compiled plain JSON Schema. */
  schema: string
  /** Function body of the compiled validator. */
  validator: string
  published_at: string
  published_by: string
  change_request_id: string | null
}

export interface DossierTable {
  id: string
  code: string | null
  procedure_id: string
  revision: string
  applicant_id: string
  applicant_name: string | null
  /** The name without accents and in lower case, for search that is equal on both engines. */
  applicant_folded: string | null
  channel: 'online' | 'counter' | 'post'
  state: 'draft' | 'open' | 'ended'
  step: string | null
  role: string | null
  public_status: string | null
  outcome: 'granted' | 'refused' | 'withdrawn' | 'stopped' | null
  submitted_at: string | null
  entered_at: string | null
  due_at: string | null
  step_due_at: string | null
  paused_at: string | null
  ended_at: string | null
  /** The officer who entered a paper dossier. */
  entered_by: string | null
  /** When something happens by itself next: a reminder, an escalation, an expiry. */
  next_timer_at: string | null
  version: number
  updated_at: string
}

export interface ProfileTable {
  account_id: string
  /** JSON text of the Profile. */
  content: string
  person_id: string | null
  version: number
  updated_at: string
}

export interface DossierBodyTable {
  dossier_id: string
  /** JSON text of { answers, records, fee?, supplement?, page? }. */
  body: string
}

export interface FileTable {
  id: string
  owner_id: string
  dossier_id: string
  /** Pointer of the question that it answers. */
  question: string
  name: string
  size: number
  type: string
  sha256: string
  created_at: string
}

/** An upload in pieces that is not finished. */
export interface UploadTable {
  id: string
  owner_id: string
  dossier_id: string
  question: string
  /** Percent-encoded, as the person knows it. */
  name: string
  /** What tells this file from others of its person. */
  mark: string
  size: number
  /** Bytes that are safely in the staging folder. */
  received: number
  created_at: string
}

export interface AuditTable {
  dossier_id: string
  version: number
  at: string
  type: string
  actor_id: string | null
  actor: string
  action: string | null
  from_step: string | null
  to_step: string | null
  reason: string | null
  data_digest: string
  /** For whom the actor did it; null where that is themselves or the office. */
  on_behalf_of: string | null
  /** When the step that ended with this was due. */
  step_due_at: string | null
  prev: string
  hash: string
}

export interface OutboxTable {
  /** `dossier:version:index`; the idempotency key at the receiver. */
  id: string
  dossier_id: string | null
  kind: string
  payload: string
  state: 'waiting' | 'done' | 'failed'
  attempts: number
  next_at: string
  last_error: string | null
  created_at: string
}

export interface IdempotencyTable {
  key: string
  actor_id: string
  request_digest: string
  status: number
  body: string
  created_at: string
}

export interface DossierSequenceTable {
  key: string
  n: number
}

export interface CodeListVersionTable {
  list_id: string
  number: number
  valid_from: string
  /** JSON text of the list without its codes. */
  header: string
  /** JSON text of the codes. */
  items: string
  count: number
  saved_at: string
  saved_by: string
}

export interface GuestTable {
  id: string
  /** SHA-256 of the code to go on with; the code itself is stored nowhere. */
  code_hash: string
  created_at: string
  seen_at: string
  expires_at: string
}

export interface GuestDeviceTable {
  /** SHA-256 of what the cookie holds. */
  token_hash: string
  guest_id: string
  created_at: string
}

export interface PaperTable {
  id: string
  effect_id: string
  dossier_id: string
  paper: string
  slip: string | null
  number: number
  issued_at: string
  /** JSON text of what it says. */
  model: string
  size: number | null
  sha256: string | null
  made_at: string | null
}

export interface MessageTable {
  dossier_id: string
  number: number
  at: string
  side: 'applicant' | 'office'
  author_id: string
  author: string
  unit: string
  text: string
  prev: string
  hash: string
}

export interface MessageReadTable {
  dossier_id: string
  side: 'applicant' | 'office'
  number: number
  read_at: string
}

export interface RatingTable {
  dossier_id: string
  /** JSON text of the nine answers and the comment. */
  answers: string
  rated_at: string
  changed_at: string
}

export interface NoticeLanguageTable {
  dossier_id: string
  locale: 'vi' | 'en'
}

export interface Tables {
  paper: PaperTable
  message: MessageTable
  message_read: MessageReadTable
  rating: RatingTable
  statistic: StatisticTable
  statistic_change: StatisticChangeTable
  statistic_backlog: StatisticBacklogTable
  notice_language: NoticeLanguageTable

  procedure: ProcedureTable
  revision: RevisionTable
  change_request: ChangeRequestTable
  draft_author: DraftAuthorTable
  change_thread: ChangeThreadTable
  change_comment: ChangeCommentTable
  change_seen: ChangeSeenTable
  change_replay: ChangeReplayTable
  replay_run: ReplayRunTable
  revision_move: RevisionMoveTable
  unread_move: UnreadMoveTable
  revision_move_left: RevisionMoveLeftTable
  procedure_event: ProcedureEventTable
  data_reader: DataReaderTable
  organisation_setting: OrganisationSettingTable
  dossier: DossierTable
  dossier_body: DossierBodyTable
  task: TaskTable
  search_entry: SearchEntryTable
  queue_view: QueueViewTable
  remark: RemarkTable
  completion: CompletionTable
  profile: ProfileTable
  file: FileTable
  upload: UploadTable
  audit: AuditTable
  outbox: OutboxTable
  idempotency: IdempotencyTable
  dossier_sequence: DossierSequenceTable
  calendar_version: CalendarVersionTable
  unit: UnitTable
  membership: MembershipTable
  staffed_place: StaffedPlaceTable
  substitution: SubstitutionTable
  organisation_change: OrganisationChangeTable
  code_list_version: CodeListVersionTable
  guest: GuestTable
  guest_device: GuestDeviceTable
}
