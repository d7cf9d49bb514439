// Who reads the data of a procedure and is written to when they change: systems and agencies that the office has named.
type Engine = 'sqlite' | 'postgres'

export const name = '0018-data-readers'

const table = `CREATE TABLE data_reader (
  id TEXT PRIMARY KEY, procedure_id TEXT NOT NULL REFERENCES procedure (id), name TEXT NOT NULL, email TEXT NOT NULL, language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
  added_at TEXT NOT NULL, added_by TEXT NOT NULL, UNIQUE (procedure_id, email))`

export const statements = (engine: Engine): string[] => [engine === 'sqlite' ? `${table} STRICT` : table]
