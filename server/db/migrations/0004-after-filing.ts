// What follows a filing: papers that the office issues, messages between applicant and office, ratings, and the language
// that somebody wants to be written to. A paper that was made is kept as it was issued.
type Engine = 'sqlite' | 'postgres'

export const name = '0004-after-filing'

const tables = [
  `CREATE TABLE paper (
    id TEXT PRIMARY KEY, effect_id TEXT NOT NULL UNIQUE, dossier_id TEXT NOT NULL REFERENCES dossier (id), paper TEXT NOT NULL, slip TEXT, number INTEGER NOT NULL,
    issued_at TEXT NOT NULL, model TEXT NOT NULL, size INTEGER, sha256 TEXT, made_at TEXT)`,
  `CREATE TABLE message (
    dossier_id TEXT NOT NULL REFERENCES dossier (id), number INTEGER NOT NULL, at TEXT NOT NULL, side TEXT NOT NULL CHECK (side IN ('applicant', 'office')),
    author_id TEXT NOT NULL, author TEXT NOT NULL, unit TEXT NOT NULL, text TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (dossier_id, number))`,
  `CREATE TABLE message_read (
    dossier_id TEXT NOT NULL REFERENCES dossier (id), side TEXT NOT NULL CHECK (side IN ('applicant', 'office')), number INTEGER NOT NULL, read_at TEXT NOT NULL,
    PRIMARY KEY (dossier_id, side))`,
  `CREATE TABLE rating (
    dossier_id TEXT PRIMARY KEY REFERENCES dossier (id), answers TEXT NOT NULL, rated_at TEXT NOT NULL, changed_at TEXT NOT NULL)`,
  `CREATE TABLE notice_language (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE, locale TEXT NOT NULL CHECK (locale IN ('vi', 'en')))`,
]

const indexes = ['CREATE INDEX paper_dossier ON paper (dossier_id, issued_at)']

const sqliteTriggers = [
  `CREATE TRIGGER paper_as_issued BEFORE UPDATE ON paper WHEN OLD.made_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a paper is kept as it was issued'); END`,
]

const postgresTriggers = [
  `CREATE FUNCTION refuse_paper_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a paper is kept as it was issued'; END $$`,
  'CREATE TRIGGER paper_as_issued BEFORE UPDATE ON paper FOR EACH ROW WHEN (OLD.made_at IS NOT NULL) EXECUTE FUNCTION refuse_paper_change()',
]

export const statements = (engine: Engine): string[] =>
  engine === 'sqlite' ? [...tables.map((sql) => `${sql} STRICT`), ...indexes, ...sqliteTriggers] : [...tables, ...indexes, ...postgresTriggers]
