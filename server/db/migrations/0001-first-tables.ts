// The first tables. Portable SQL: documents and instants are text, whole numbers are INTEGER; SQLite checks types too
// (STRICT). Never edited after release: the next change is the next file.
type Engine = 'sqlite' | 'postgres'

export const name = '0001-first-tables'

const tables = [
  `CREATE TABLE procedure (
    id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL,
    draft TEXT NOT NULL, draft_version INTEGER NOT NULL, draft_saved_at TEXT NOT NULL, draft_saved_by TEXT NOT NULL,
    published_hash TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL)`,
  `CREATE TABLE revision (
    hash TEXT NOT NULL, procedure_id TEXT NOT NULL REFERENCES procedure (id), document TEXT NOT NULL, schema TEXT NOT NULL, validator TEXT NOT NULL,
    published_at TEXT NOT NULL, published_by TEXT NOT NULL, change_request_id TEXT, PRIMARY KEY (procedure_id, hash))`,
  `CREATE TABLE change_request (
    id TEXT PRIMARY KEY, procedure_id TEXT NOT NULL REFERENCES procedure (id),
    state TEXT NOT NULL CHECK (state IN ('in-review', 'changes-asked', 'approved', 'published', 'closed')),
    hash TEXT NOT NULL, document TEXT NOT NULL, comment TEXT NOT NULL, author_id TEXT NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    decided_by_id TEXT, decided_by TEXT, decided_at TEXT, verdict TEXT CHECK (verdict IN ('approve', 'ask-changes')), decision_comment TEXT, version INTEGER NOT NULL,
    CHECK (decided_by_id IS NULL OR decided_by_id <> author_id))`,
  `CREATE TABLE dossier (
    id TEXT PRIMARY KEY, code TEXT UNIQUE, procedure_id TEXT NOT NULL REFERENCES procedure (id), revision TEXT NOT NULL,
    applicant_id TEXT NOT NULL, applicant_name TEXT, applicant_folded TEXT,
    channel TEXT NOT NULL CHECK (channel IN ('online', 'counter', 'post')), state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'ended')),
    step TEXT, role TEXT, public_status TEXT, outcome TEXT, submitted_at TEXT, entered_at TEXT, due_at TEXT, step_due_at TEXT, paused_at TEXT, ended_at TEXT,
    version INTEGER NOT NULL, updated_at TEXT NOT NULL,
    FOREIGN KEY (procedure_id, revision) REFERENCES revision (procedure_id, hash))`,
  'CREATE TABLE dossier_body (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE, body TEXT NOT NULL)',
  `CREATE TABLE file (
    id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, dossier_id TEXT NOT NULL REFERENCES dossier (id), question TEXT NOT NULL, name TEXT NOT NULL,
    size INTEGER NOT NULL, type TEXT NOT NULL, sha256 TEXT NOT NULL, created_at TEXT NOT NULL)`,
  `CREATE TABLE audit (
    dossier_id TEXT NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL, type TEXT NOT NULL, actor_id TEXT, actor TEXT NOT NULL,
    action TEXT, from_step TEXT, to_step TEXT, reason TEXT, data_digest TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (dossier_id, version))`,
  `CREATE TABLE outbox (
    id TEXT PRIMARY KEY, dossier_id TEXT, kind TEXT NOT NULL, payload TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    attempts INTEGER NOT NULL, next_at TEXT NOT NULL, last_error TEXT, created_at TEXT NOT NULL)`,
  `CREATE TABLE idempotency (
    key TEXT NOT NULL, actor_id TEXT NOT NULL, request_digest TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, created_at TEXT NOT NULL,
    PRIMARY KEY (actor_id, key))`,
  'CREATE TABLE dossier_sequence (key TEXT PRIMARY KEY, n INTEGER NOT NULL)',
  `CREATE TABLE calendar_day (date TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('holiday', 'working')), reason TEXT NOT NULL, source TEXT NOT NULL)`,
  'CREATE TABLE rate_limit (key TEXT PRIMARY KEY, count INTEGER NOT NULL, began_at TEXT NOT NULL)',
]

// Names and types as the accounts library expects them; it keeps instants as dates where the engine knows them.
const accountTables = (instant: string, flag: string): string[] => [
  `CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "email" TEXT NOT NULL UNIQUE, "emailVerified" ${flag} NOT NULL, "image" TEXT,
    "createdAt" ${instant} NOT NULL, "updatedAt" ${instant} NOT NULL, "roles" TEXT NOT NULL, "unit" TEXT)`,
  `CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY, "expiresAt" ${instant} NOT NULL, "token" TEXT NOT NULL UNIQUE, "createdAt" ${instant} NOT NULL, "updatedAt" ${instant} NOT NULL,
    "ipAddress" TEXT, "userAgent" TEXT, "userId" TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE)`,
  `CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY, "accountId" TEXT NOT NULL, "providerId" TEXT NOT NULL, "userId" TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
    "accessToken" TEXT, "refreshToken" TEXT, "idToken" TEXT, "accessTokenExpiresAt" ${instant}, "refreshTokenExpiresAt" ${instant}, "scope" TEXT, "password" TEXT,
    "createdAt" ${instant} NOT NULL, "updatedAt" ${instant} NOT NULL)`,
  `CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY, "identifier" TEXT NOT NULL, "value" TEXT NOT NULL, "expiresAt" ${instant} NOT NULL,
    "createdAt" ${instant} NOT NULL, "updatedAt" ${instant} NOT NULL)`,
]

const indexes = [
  'CREATE INDEX dossier_queue ON dossier (role, state, step_due_at, id)',
  'CREATE INDEX dossier_due ON dossier (state, step_due_at, id)',
  'CREATE INDEX dossier_submitted ON dossier (submitted_at, id)',
  'CREATE INDEX dossier_owner ON dossier (applicant_id, updated_at)',
  'CREATE INDEX dossier_procedure ON dossier (procedure_id, state)',
  'CREATE INDEX file_dossier ON file (dossier_id)',
  'CREATE INDEX outbox_due ON outbox (state, next_at)',
  'CREATE INDEX outbox_dossier ON outbox (dossier_id, state)',
  'CREATE INDEX change_request_procedure ON change_request (procedure_id, created_at)',
  'CREATE INDEX "session_userId_idx" ON "session" ("userId")',
  'CREATE INDEX "account_userId_idx" ON "account" ("userId")',
  'CREATE INDEX "verification_identifier_idx" ON "verification" ("identifier")',
]

const sqliteTriggers = [
  `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
  `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
  `CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a published revision never changes'); END`,
  `CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'a published revision never changes'); END`,
]

const postgresTriggers = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  'CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
  'CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
]

export const statements = (engine: Engine): string[] =>
  engine === 'sqlite'
    ? [...[...tables, ...accountTables('TEXT', 'INTEGER')].map((sql) => `${sql} STRICT`), ...indexes, ...sqliteTriggers]
    : [...tables, ...accountTables('TIMESTAMPTZ', 'BOOLEAN'), ...indexes, ...postgresTriggers]
