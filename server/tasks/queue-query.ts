// The officers' queue: what is due first stands first, overdue before all, filings online before others that are due at the
// same time (domain.md §0). A read model; each tab reads its page from an index.
import { readSought } from '#core/dossier/search-words.ts'
import type { QueueFilters, QueuePage } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { TaskTable } from '../db/queue-tables.ts'
import type { Revisions } from '../procedures/revision.ts'
import { decode, encode } from './cursor.ts'
import { entryColumns, toEntry, type EntryRow } from './queue-entries.ts'
import { allOf, taskParts, type Moment, type Part } from './queue-filters.ts'
import { scopesOf, type OpenTab, type Viewer } from './queue-scope.ts'
import { narrowByWords } from './word-sources.ts'

export const tasksOnPage = 50

type Key = readonly [place: string, dossier: string, part: string]
const first: Key = ['', '', '']

type Row = EntryRow & Pick<TaskTable, 'place' | 'part'>

const keyOf = (row: Row): Key => [row.place, row.id, row.part]
const byKey = (a: Row, b: Row): number => {
  const [one, other] = [keyOf(a), keyOf(b)]
  const at = one.findIndex((each, i) => each !== other[i])
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1
}

const selectPage = (where: Part, join: string): string => `SELECT ${entryColumns} FROM (
    SELECT task.* FROM task${join} WHERE ${where.sql} AND (place, task.dossier_id, part) > (?, ?, ?) ORDER BY place, task.dossier_id, part LIMIT ?) t
  CROSS JOIN dossier d WHERE d.id = t.dossier_id ORDER BY t.place, t.dossier_id, t.part`

export interface QueueSource {
  database: Database
  revisions: Revisions
}

export interface Asked {
  filters: QueueFilters
  moment: Moment
  /** Whether this officer may look for people by their numbers. */
  persons: boolean
  after?: string | undefined
}

export const listTasks = async ({ database, revisions }: QueueSource, viewer: Viewer, tab: OpenTab, { filters, moment, persons, after }: Asked): Promise<QueuePage> => {
  const from = decode(after, first) ?? first
  const words = await narrowByWords(database, readSought(filters.q ?? '', persons))
  const pages = await Promise.all(scopesOf(tab, viewer, words.few || filters.procedure !== undefined || filters.assignee !== undefined).map((scope) => {
    const where = allOf([scope, ...taskParts(filters, moment), ...words.parts])
    return database.read<Row>(selectPage(where, words.join), [...where.parameters, ...from, tasksOnPage])
  }))
  const rows = pages.flat().sort(byKey).slice(0, tasksOnPage)
  const last = rows.length === tasksOnPage ? rows.at(-1) : undefined
  return { tasks: await Promise.all(rows.map((row) => toEntry(row, revisions, moment))), ...(last && { next: encode(keyOf(last)) }) }
}
