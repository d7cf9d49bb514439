// What officers note beside single answers while they examine a dossier, and what stood there before the applicant completed it.
type Engine = 'sqlite' | 'postgres'

export const name = '0009-remarks'

const tables = [
  `CREATE TABLE remark (
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE, question TEXT NOT NULL, text TEXT NOT NULL, number INTEGER NOT NULL,
    author_id TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (dossier_id, question))`,
  `CREATE TABLE completion (
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE, version INTEGER NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (dossier_id, version))`,
]

export const statements = (engine: Engine): string[] => tables.map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql))
