// The organisation of an office: its units, who belongs to which with which role, who stands in for whom; its working
// calendars, of which every version is kept because due dates were counted by it; and when something about a dossier
// happens by itself next.
type Engine = 'sqlite' | 'postgres'

export const name = '0007-organisation'

const tables = [
  `CREATE TABLE calendar_version (
    calendar_id TEXT NOT NULL, number INTEGER NOT NULL, content TEXT NOT NULL, saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, PRIMARY KEY (calendar_id, number))`,
  `CREATE TABLE unit (
    id TEXT PRIMARY KEY, parent_id TEXT REFERENCES unit (id), name TEXT NOT NULL, name_en TEXT, calendar_id TEXT, place INTEGER NOT NULL)`,
  `CREATE TABLE membership (
    account_id TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE, unit_id TEXT NOT NULL REFERENCES unit (id), role TEXT NOT NULL, PRIMARY KEY (account_id, unit_id, role))`,
  `CREATE TABLE substitution (
    id TEXT PRIMARY KEY, absent_id TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE, substitute_id TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
    from_day TEXT NOT NULL, to_day TEXT NOT NULL, reason TEXT NOT NULL, CHECK (absent_id <> substitute_id), CHECK (from_day <= to_day))`,
  // Its number is the version of the organisation: two who change it at once meet here.
  `CREATE TABLE organisation_change (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor_id TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL)`,
]

const others = [
  'CREATE INDEX membership_unit ON membership (unit_id)',
  'CREATE INDEX substitution_substitute ON substitution (substitute_id, to_day)',
  'ALTER TABLE dossier ADD COLUMN next_timer_at TEXT',
  'CREATE INDEX dossier_timer ON dossier (next_timer_at, id) WHERE next_timer_at IS NOT NULL',
  // Those that are under way are looked at once; then each is noted with its own hour.
  `UPDATE dossier SET next_timer_at = entered_at WHERE state = 'open' AND entered_at IS NOT NULL`,
  'DROP TABLE calendar_day',
]

const hours = '[{"from":"07:30","to":"11:30"},{"from":"13:00","to":"17:00"}]'
const kind = `CASE kind WHEN 'holiday' THEN 'off' ELSE 'work' END`

/** The days that the office has so far become the first version of its calendar. */
const keepDays: Record<Engine, string> = {
  sqlite: `INSERT INTO calendar_version
    SELECT 'vn', 1, json_object('title', 'Lịch làm việc', 'utcOffsetMinutes', 420, 'hours', json('${hours}'), 'weekend', json('[0,6]'),
      'days', json_group_array(json_object('date', date, 'kind', ${kind}, 'reason', reason, 'source', source))), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'Một Cửa'
    FROM (SELECT * FROM calendar_day ORDER BY date) HAVING COUNT(*) > 0`,
  postgres: `INSERT INTO calendar_version
    SELECT 'vn', 1, json_build_object('title', 'Lịch làm việc', 'utcOffsetMinutes', 420, 'hours', '${hours}'::json, 'weekend', '[0,6]'::json,
      'days', json_agg(json_build_object('date', date, 'kind', ${kind}, 'reason', reason, 'source', source) ORDER BY date))::text, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'Một Cửa'
    FROM calendar_day HAVING COUNT(*) > 0`,
}

const appendOnly = ['calendar_version', 'organisation_change']

const triggers = (engine: Engine): string[] => appendOnly.flatMap((table) => (engine === 'sqlite'
  ? ['UPDATE', 'DELETE'].map((deed) => `CREATE TRIGGER ${table}_no_${deed.toLowerCase()} BEFORE ${deed} ON ${table} BEGIN SELECT RAISE(ABORT, 'what counted once is kept'); END`)
  : [`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`]))

export const statements = (engine: Engine): string[] =>
  [...tables.map((sql) => (engine === 'sqlite' ? `${sql} STRICT` : sql)), keepDays[engine], ...others, ...triggers(engine)]
