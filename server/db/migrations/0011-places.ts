// Codes by which procedures name units, in which of them somebody acts as what, and which code a task in the queue was named with:
// whether it waits for one unit follows from the two, also when the organisation changes.
type Engine = 'sqlite' | 'postgres'

export const name = '0011-places'

export const statements = (engine: Engine): string[] => [
  'ALTER TABLE unit ADD COLUMN code TEXT',
  'CREATE UNIQUE INDEX unit_code ON unit (code) WHERE code IS NOT NULL',
  `CREATE TABLE staffed_place (code TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (code, role))${engine === 'sqlite' ? ' STRICT' : ''}`,
  `ALTER TABLE task ADD COLUMN code TEXT NOT NULL DEFAULT ''`,
  `CREATE INDEX task_named ON task (code, role) WHERE code <> ''`,
  // Documents that named a unit by its id named one of one installation; their tasks are for the role.
  `UPDATE task SET unit = '' WHERE unit <> ''`,
]
