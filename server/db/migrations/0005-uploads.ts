// Uploads in pieces that are not finished: what was announced and how much of it is safely here. The bytes are in the
// staging folder; the row goes when the file is written down, refused, given up, or too old.
type Engine = 'sqlite' | 'postgres'

export const name = '0005-uploads'

const table = `CREATE TABLE upload (
    id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE, question TEXT NOT NULL,
    name TEXT NOT NULL, mark TEXT NOT NULL, size INTEGER NOT NULL CHECK (size > 0), received INTEGER NOT NULL CHECK (received BETWEEN 0 AND size), created_at TEXT NOT NULL)`

const indexes = ['CREATE INDEX upload_dossier ON upload (dossier_id, question)', 'CREATE INDEX upload_created ON upload (created_at)']

export const statements = (engine: Engine): string[] => [engine === 'sqlite' ? `${table} STRICT` : table, ...indexes]
