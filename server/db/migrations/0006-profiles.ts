// What applicants keep with us to be asked once only; dossiers that an officer enters for somebody else, and in the audit
// trail for whom somebody acted.
type Engine = 'sqlite' | 'postgres'

export const name = '0006-profiles'

const table = `CREATE TABLE profile (
    account_id TEXT PRIMARY KEY REFERENCES "user" ("id") ON DELETE CASCADE, content TEXT NOT NULL, person_id TEXT, version INTEGER NOT NULL, updated_at TEXT NOT NULL)`

const others = [
  'CREATE INDEX profile_person ON profile (person_id)',
  'ALTER TABLE dossier ADD COLUMN entered_by TEXT',
  'CREATE INDEX dossier_entered ON dossier (entered_by, state, updated_at)',
  'ALTER TABLE audit ADD COLUMN on_behalf_of TEXT',
]

export const statements = (engine: Engine): string[] => [engine === 'sqlite' ? `${table} STRICT` : table, ...others]
