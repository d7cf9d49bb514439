// The review of changes: requests with approvals by part and a plan, who wrote a draft, what is said about its differences and what
// was looked at, everything that happened to a procedure as a chain, and which unit approves which part.
type Engine = 'sqlite' | 'postgres'

export const name = '0015-change-review'

const open = `state IN ('in-review', 'changes-asked', 'approved', 'scheduled')`

const tables = [
  `CREATE TABLE change_request (
    id TEXT PRIMARY KEY, procedure_id TEXT NOT NULL REFERENCES procedure (id),
    state TEXT NOT NULL CHECK (state IN ('in-review', 'changes-asked', 'approved', 'scheduled', 'published', 'closed')),
    base TEXT, hash TEXT NOT NULL, document TEXT NOT NULL, comment TEXT NOT NULL, author_id TEXT NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    publish_at TEXT, content TEXT NOT NULL, version INTEGER NOT NULL, CHECK (state <> 'scheduled' OR publish_at IS NOT NULL))`,
  `CREATE TABLE draft_author (
    procedure_id TEXT NOT NULL REFERENCES procedure (id), account_id TEXT NOT NULL, name TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (procedure_id, account_id))`,
  `CREATE TABLE change_thread (
    id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES change_request (id), anchor TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
    settled_by TEXT, settled_at TEXT, begun_at TEXT NOT NULL)`,
  `CREATE TABLE change_comment (
    id TEXT PRIMARY KEY, thread_id TEXT NOT NULL REFERENCES change_thread (id), number INTEGER NOT NULL, body TEXT NOT NULL, author_id TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    UNIQUE (thread_id, number))`,
  `CREATE TABLE change_seen (
    request_id TEXT NOT NULL REFERENCES change_request (id), account_id TEXT NOT NULL, difference TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (request_id, account_id, difference))`,
  `CREATE TABLE procedure_event (
    procedure_id TEXT NOT NULL REFERENCES procedure (id), number INTEGER NOT NULL, at TEXT NOT NULL, type TEXT NOT NULL, actor_id TEXT, actor TEXT NOT NULL,
    request_id TEXT, revision TEXT, content TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (procedure_id, number))`,
  'CREATE TABLE organisation_setting (name TEXT PRIMARY KEY, content TEXT NOT NULL)',
]

const everyPart = ['form', 'fees', 'texts', 'workflow']

/** One decision about the whole becomes one about each part. */
const approvals = (build: string): string => everyPart.map((part) =>
  `${build}('part', '${part}', 'by', decided_by, 'byId', decided_by_id, 'at', decided_at, 'hash', hash, 'verdict', verdict, 'comment', COALESCE(decision_comment, ''))`).join(', ')

const contents: Record<Engine, string> = {
  sqlite: `json_object('parts', json('${JSON.stringify(everyPart)}'), 'approvals', CASE WHEN verdict IS NULL THEN json('[]') ELSE json_array(${approvals('json_object')}) END)`,
  postgres: `json_build_object('parts', '${JSON.stringify(everyPart)}'::json, 'approvals',
    CASE WHEN verdict IS NULL THEN '[]'::json ELSE json_build_array(${approvals('json_build_object')}) END)::text`,
}

const keepRequests = (engine: Engine): string[] => [
  `INSERT INTO change_request (id, procedure_id, state, base, hash, document, comment, author_id, author, created_at, publish_at, content, version)
   SELECT id, procedure_id, state, CASE WHEN ${open} THEN (SELECT published_hash FROM procedure WHERE id = procedure_id) END, hash, document, comment, author_id, author, created_at, NULL,
     ${contents[engine]}, version FROM earlier_change_request`,
  // A procedure has one request under way; of two that were sent in the same moment the later one stays.
  `UPDATE change_request SET state = 'closed' WHERE ${open} AND EXISTS (SELECT 1 FROM change_request later WHERE later.procedure_id = change_request.procedure_id
     AND later.${open} AND (later.created_at > change_request.created_at OR (later.created_at = change_request.created_at AND later.id > change_request.id)))`,
  `INSERT INTO draft_author (procedure_id, account_id, name, saved_at)
   SELECT procedure_id, author_id, MAX(author), MAX(created_at) FROM change_request WHERE ${open} AND author_id <> '' GROUP BY procedure_id, author_id`,
  'DROP TABLE earlier_change_request',
]

const indexes = [
  'CREATE INDEX change_request_procedure ON change_request (procedure_id, created_at)',
  `CREATE UNIQUE INDEX change_request_open ON change_request (procedure_id) WHERE ${open}`,
  `CREATE INDEX change_request_due ON change_request (publish_at) WHERE state = 'scheduled'`,
  'CREATE INDEX change_thread_request ON change_thread (request_id, begun_at)',
]

const appendOnly: Record<Engine, string[]> = {
  sqlite: ['UPDATE', 'DELETE'].map((deed) => `CREATE TRIGGER procedure_event_no_${deed.toLowerCase()} BEFORE ${deed} ON procedure_event BEGIN SELECT RAISE(ABORT, 'what happened is kept'); END`),
  postgres: ['CREATE TRIGGER procedure_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON procedure_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()'],
}

export const statements = (engine: Engine): string[] => [
  'ALTER TABLE change_request RENAME TO earlier_change_request',
  ...tables.map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql)),
  ...keepRequests(engine), ...indexes, ...appendOnly[engine],
]
