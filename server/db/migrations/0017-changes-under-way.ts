// Changes where an office has several processes: which playing through is under way in which of them. And who has a letter unread that
// tells of a changed form.
type Engine = 'sqlite' | 'postgres'

export const name = '0017-changes-under-way'

const tables = [
  `CREATE TABLE replay_run (
    request_id TEXT PRIMARY KEY REFERENCES change_request (id), hash TEXT NOT NULL, run_id TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('running', 'cancelled', 'failed')),
    view TEXT NOT NULL, seen_at TEXT NOT NULL)`,
  'CREATE TABLE unread_move (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE, told_at TEXT NOT NULL)',
]

export const statements = (engine: Engine): string[] => tables.map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql))
