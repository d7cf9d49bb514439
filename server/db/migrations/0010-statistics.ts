// Statistics: counters by month and procedure, the changes that wait to be added to them, the dossiers of before; in the audit
// trail, when a step that ended was due; and the order in which the register of a year is read.
type Engine = 'sqlite' | 'postgres'

export const name = '0010-statistics'

const key = 'month TEXT NOT NULL, procedure_id TEXT NOT NULL, kind TEXT NOT NULL, part TEXT NOT NULL, detail TEXT NOT NULL'

const tables = (engine: Engine): string[] => [
  `CREATE TABLE statistic (${key}, n BIGINT NOT NULL, PRIMARY KEY (kind, month, procedure_id, part, detail))`,
  `CREATE TABLE statistic_change (n ${engine === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY'}, ${key}, "by" INTEGER NOT NULL)`,
  'CREATE TABLE statistic_backlog (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE, version INTEGER NOT NULL)',
]

const others = [
  'ALTER TABLE audit ADD COLUMN step_due_at TEXT',
  `INSERT INTO statistic_backlog (dossier_id, version) SELECT id, version FROM dossier WHERE state <> 'draft'`,
  // What is in hand now is counted from the headers: few are open.
  `CREATE INDEX dossier_open ON dossier (procedure_id, public_status, paused_at, due_at) WHERE state = 'open'`,
  'CREATE INDEX paper_register ON paper (slip, issued_at, number)',
]

export const statements = (engine: Engine): string[] => [...tables(engine).map((sql) => (engine === 'sqlite' ? `${sql.replace('BIGINT', 'INTEGER')} STRICT` : sql)), ...others]
