// The officers' queue: a row for everybody who has something to do with an open dossier, in the order of the queue; the words
// that a filed dossier is found by; the views of the queue that officers keep.
type Engine = 'sqlite' | 'postgres'

export const name = '0008-queue'

const tables = (engine: Engine): string[] => [
  `CREATE TABLE task (
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('step', 'opinion', 'escalation')), part TEXT NOT NULL,
    role TEXT NOT NULL, unit TEXT NOT NULL, place TEXT NOT NULL, procedure_id TEXT NOT NULL, step TEXT NOT NULL, channel TEXT NOT NULL, received_at TEXT,
    assignee_id TEXT, assignee TEXT, PRIMARY KEY (dossier_id, kind, part))`,
  `CREATE TABLE search_entry (
    n ${engine === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY'}, dossier_id TEXT NOT NULL UNIQUE REFERENCES dossier (id) ON DELETE CASCADE,
    words TEXT NOT NULL, indexed INTEGER NOT NULL)`,
  `CREATE TABLE queue_view (
    id TEXT PRIMARY KEY, owner_id TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE, owner TEXT NOT NULL, name TEXT NOT NULL, filters TEXT NOT NULL,
    unit TEXT, saved_at TEXT NOT NULL)`,
]

const indexes = [
  // What waits for a role in the order of the queue, and of that what nobody has taken on; with what else it is filtered by.
  `CREATE INDEX task_waiting ON task (role, unit, place, dossier_id, part, kind, channel, received_at) WHERE kind <> 'escalation'`,
  `CREATE INDEX task_free ON task (role, unit, place, dossier_id, part, kind, channel, received_at) WHERE kind <> 'escalation' AND assignee_id IS NULL`,
  `CREATE INDEX task_told ON task (role, place, dossier_id) WHERE kind = 'escalation'`,
  `CREATE INDEX task_taken ON task (assignee_id, place, dossier_id) WHERE kind = 'step' AND assignee_id IS NOT NULL`,
  `CREATE INDEX task_open ON task (place, dossier_id, part, channel, received_at) WHERE kind = 'step'`,
  'CREATE INDEX task_procedure ON task (procedure_id, place, dossier_id)',
  'CREATE INDEX dossier_procedure_filed ON dossier (procedure_id, submitted_at, id)',
  'CREATE INDEX queue_view_owner ON queue_view (owner_id)',
  'CREATE INDEX queue_view_unit ON queue_view (unit)',
  // Read by role before the rows of the queue were there.
  'DROP INDEX dossier_queue',
]

const search: Record<Engine, string[]> = {
  // Words are folded already; what begins with = is no word that anybody types.
  sqlite: [
    `CREATE VIRTUAL TABLE search_words USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='2 3 4', tokenize="ascii tokenchars '='")`,
    'CREATE INDEX search_entry_waiting ON search_entry (n) WHERE indexed = 0',
  ],
  postgres: [`CREATE INDEX search_entry_words ON search_entry USING gin (array_to_tsvector(string_to_array(btrim(words), ' ')))`],
}

/** The earlier of the two clocks, never while they stand still; filings online before others (domain.md §0). */
const place = `(CASE WHEN paused_at IS NOT NULL OR (step_due_at IS NULL AND due_at IS NULL) THEN '9999-12-31T23:59:59.999Z'
    WHEN due_at IS NULL OR step_due_at <= due_at THEN step_due_at ELSE due_at END) || (CASE channel WHEN 'online' THEN '0' ELSE '1' END)`

const fill = `INSERT INTO task (dossier_id, kind, part, role, unit, place, procedure_id, step, channel, received_at)
  SELECT id, 'step', '', COALESCE(role, ''), '', ${place}, procedure_id, step, channel, submitted_at FROM dossier WHERE state = 'open' AND step IS NOT NULL`

export const statements = (engine: Engine): string[] =>
  [...tables(engine).map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql)), ...indexes, ...search[engine], fill]
