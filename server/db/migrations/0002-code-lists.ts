// Code lists (danh mục) with all their versions: an office adds versions, and none is ever changed or removed, because
// dossiers were judged by what was in force.
type Engine = 'sqlite' | 'postgres'

export const name = '0002-code-lists'

const table = `CREATE TABLE code_list_version (
    list_id TEXT NOT NULL, number INTEGER NOT NULL, valid_from TEXT NOT NULL, header TEXT NOT NULL, items TEXT NOT NULL, count INTEGER NOT NULL,
    saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, PRIMARY KEY (list_id, number))`

const sqlite = [
  `CREATE TRIGGER code_list_version_no_update BEFORE UPDATE ON code_list_version BEGIN SELECT RAISE(ABORT, 'a version of a code list never changes'); END`,
  `CREATE TRIGGER code_list_version_no_delete BEFORE DELETE ON code_list_version BEGIN SELECT RAISE(ABORT, 'a version of a code list never changes'); END`,
]

const postgres = ['CREATE TRIGGER code_list_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON code_list_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()']

export const statements = (engine: Engine): string[] => (engine === 'sqlite' ? [`${table} STRICT`, ...sqlite] : [table, ...postgres])
