// What a change does to people: how it was played through before, and how far drafts and open dossiers have come over to it after.
type Engine = 'sqlite' | 'postgres'

export const name = '0016-change-effects'

const tables = [
  `CREATE TABLE change_replay (
    request_id TEXT NOT NULL REFERENCES change_request (id), hash TEXT NOT NULL, finished_at TEXT NOT NULL, result TEXT NOT NULL, examples TEXT NOT NULL, PRIMARY KEY (request_id, hash))`,
  `CREATE TABLE revision_move (
    request_id TEXT NOT NULL REFERENCES change_request (id), what TEXT NOT NULL CHECK (what IN ('drafts', 'open')), procedure_id TEXT NOT NULL REFERENCES procedure (id), revision TEXT NOT NULL,
    after_id TEXT NOT NULL, pass INTEGER NOT NULL, moved INTEGER NOT NULL, begun_at TEXT NOT NULL, done_at TEXT, PRIMARY KEY (request_id, what))`,
  `CREATE TABLE revision_move_left (
    request_id TEXT NOT NULL, dossier_id TEXT NOT NULL REFERENCES dossier (id), why TEXT NOT NULL, step TEXT, PRIMARY KEY (request_id, dossier_id))`,
]

const indexes = [
  'CREATE INDEX revision_move_waiting ON revision_move (begun_at) WHERE done_at IS NULL',
  // Whoever walks through all drafts of a procedure goes on where they stopped.
  'DROP INDEX dossier_procedure',
  'CREATE INDEX dossier_procedure ON dossier (procedure_id, state, id)',
]

export const statements = (engine: Engine): string[] => [...tables.map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql)), ...indexes]
