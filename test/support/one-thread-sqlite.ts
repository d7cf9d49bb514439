// The embedded database without its commit thread: the same file, the same settings and the same units of work, opened in a few
// milliseconds, for tests that open it again and again.
import { join } from 'node:path'
import type { Database } from '../../server/db/database.ts'
import { openReader, openWriter, toStorable } from '../../server/db/sqlite/connection.ts'
import { createGroupCommit, createStatementCache } from '../../server/db/sqlite/group-commit.ts'
import { ConflictError } from '../../server/db/unit-of-work.ts'

export const reopenSqlite = (dataDir: string, known: Database): Database => {
  const file = join(dataDir, 'db', 'motcua.db')
  const [writer, reader] = [openWriter(file), openReader(file)]
  const commitGroup = createGroupCommit(writer)
  const prepare = createStatementCache(reader)
  return {
    engine: 'sqlite',
    query: known.query,
    read: <Row>(sql: string, parameters: readonly unknown[] = []) => Promise.resolve(prepare(sql).all(...parameters.map(toStorable)) as Row[]),
    commit: async (writes) => {
      const [outcome] = commitGroup([writes])
      if (outcome && 'results' in outcome) return outcome.results
      if (outcome && 'conflict' in outcome) throw new ConflictError(outcome.conflict.index, outcome.conflict.kind)
      throw new Error(outcome?.error)
    },
    close: async () => {
      writer.close()
      reader.close()
    },
  }
}
