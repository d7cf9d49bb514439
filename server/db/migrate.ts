// Brings the tables up to date, forward only: each migration is one unit of work together with the note that it ran.
import type { Database } from './database.ts'
import { ConflictError } from './unit-of-work.ts'
import * as first from './migrations/0001-first-tables.ts'
import * as codeLists from './migrations/0002-code-lists.ts'
import * as guests from './migrations/0003-guests.ts'
import * as afterFiling from './migrations/0004-after-filing.ts'
import * as uploads from './migrations/0005-uploads.ts'
import * as profiles from './migrations/0006-profiles.ts'
import * as organisation from './migrations/0007-organisation.ts'
import * as queue from './migrations/0008-queue.ts'
import * as remarks from './migrations/0009-remarks.ts'
import * as statistics from './migrations/0010-statistics.ts'
import * as places from './migrations/0011-places.ts'
import * as unusedIndex from './migrations/0012-unused-index.ts'
import * as changeReview from './migrations/0015-change-review.ts'
import * as changeEffects from './migrations/0016-change-effects.ts'
import * as changesUnderWay from './migrations/0017-changes-under-way.ts'
import * as dataReaders from './migrations/0018-data-readers.ts'

export interface Migration {
  name: string
  statements: (engine: Database['engine']) => string[]
}

export const migrations: readonly Migration[] = [first, codeLists, guests, afterFiling, uploads, profiles, organisation, queue, remarks, statistics, places, unusedIndex, changeReview, changeEffects, changesUnderWay, dataReaders]

const createNotes = 'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, ran_at TEXT NOT NULL)'

export const migrate = async (database: Pick<Database, 'engine' | 'commit' | 'read'>, list: readonly Migration[] = migrations): Promise<void> => {
  // Two processes that create the table at once may collide; then it is there.
  await database.commit([{ sql: createNotes, parameters: [] }]).catch((error: unknown) => {
    if (!(error instanceof ConflictError)) throw error
  })
  const ran = new Set((await database.read<{ name: string }>('SELECT name FROM migration')).map((row) => row.name))
  for (const { name, statements } of list.filter((migration) => !ran.has(migration.name))) {
    // The note comes first: of two processes that start together one waits here and then finds it taken.
    const note = { sql: 'INSERT INTO migration (name, ran_at) VALUES (?, ?)', parameters: [name, new Date().toISOString()], expect: 1 }
    await database.commit([note, ...statements(database.engine).map((sql) => ({ sql, parameters: [] }))]).catch(async (error: unknown) => {
      const [taken] = await database.read('SELECT name FROM migration WHERE name = ?', [name])
      if (!taken) throw error
    })
  }
}
