// Every filed dossier, the latest first, and the search among them by words without accents.
import { channelMark, procedureMark, readSought, type Sought } from '#core/dossier/search-words.ts'
import type { QueueFilters, QueuePage } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { decode, encode } from './cursor.ts'
import { entryColumns, toEntry, type EntryRow } from './queue-entries.ts'
import { allOf, part, receivedParts, type Moment, type Part } from './queue-filters.ts'
import { tasksOnPage, type Asked, type QueueSource } from './queue-query.ts'
import { asWord, wordSources } from './word-sources.ts'

type FiledKey = readonly [submitted: string, id: string]
type FoundKey = readonly [n: number]

const newest: FiledKey = ['9999', '']
const latest: FoundKey = [Number.MAX_SAFE_INTEGER]

const selectEntries = (found: string, order: string): string => `SELECT f.*, ${entryColumns} FROM (${found}) f
  CROSS JOIN dossier d LEFT JOIN task t ON t.dossier_id = d.id AND t.kind = 'step' WHERE d.id = f.found ORDER BY ${order}`

/** What no word says: the step, the day, who has it. */
const headerParts = (filters: QueueFilters, moment: Moment): Part[] => [
  ...(filters.step === undefined ? [] : [part('dossier.step = ?', filters.step)]),
  ...receivedParts(filters, 'dossier.submitted_at', moment),
  ...(filters.assignee === undefined ? [] : [part(`dossier.id IN (SELECT dossier_id FROM task WHERE kind = 'step' AND assignee_id = ?)`, filters.assignee)]),
]

const ownParts = ({ procedure, channel }: QueueFilters): Part[] => [
  ...(procedure === undefined ? [] : [part('dossier.procedure_id = ?', procedure)]),
  ...(channel === undefined ? [] : [part('dossier.channel = ?', channel)]),
]

const listAll = async (database: Database, { filters, moment, after }: Asked): Promise<[EntryRow[], string?]> => {
  const where = allOf([...ownParts(filters), ...headerParts(filters, moment), part('(dossier.submitted_at, dossier.id) < (?, ?)', ...decode(after, newest) ?? newest)])
  const found = `SELECT id AS found, submitted_at AS submitted FROM dossier WHERE ${where.sql} ORDER BY submitted_at DESC, id DESC LIMIT ?`
  const rows = await database.read<EntryRow>(selectEntries(found, 'f.submitted DESC, f.found DESC'), [...where.parameters, tasksOnPage])
  const last = rows.at(-1)
  return [rows, last && encode([last.submitted_at ?? '', last.id])]
}

const marksOf = ({ procedure, channel }: QueueFilters): Sought[] =>
  [...(procedure === undefined ? [] : [procedureMark(procedure)]), ...(channel === undefined ? [] : [channelMark(channel)])].map(asWord)

type FoundRow = EntryRow & { n: number }

const search = async (database: Database, sought: readonly Sought[], { filters, moment, after }: Asked): Promise<[FoundRow[], string?]> => {
  const [before] = decode(after, latest) ?? latest
  const rest = headerParts(filters, moment)
  const join = rest.length > 0 ? ' CROSS JOIN dossier' : ''
  const onHeader = rest.length > 0 ? [part('dossier.id = e.dossier_id'), ...rest] : []
  const pages = await Promise.all(wordSources(database, [...sought, ...marksOf(filters)]).map(({ from, number, where }) => {
    const all = allOf([where, part(`${number} < ?`, before), ...onHeader])
    return database.read<FoundRow>(selectEntries(`SELECT e.n, e.dossier_id AS found FROM ${from}${join} WHERE ${all.sql} ORDER BY ${number} DESC LIMIT ?`, 'f.n DESC'), [...all.parameters, tasksOnPage])
  }))
  const rows = pages.flat().sort((a, b) => b.n - a.n).slice(0, tasksOnPage)
  const last = rows.at(-1)
  return [rows, last && encode([last.n])]
}

export const findFiled = async ({ database, revisions }: QueueSource, asked: Asked): Promise<QueuePage> => {
  const sought = readSought(asked.filters.q ?? '', asked.persons)
  const [rows, next] = await (sought.length > 0 ? search(database, sought, asked) : listAll(database, asked))
  return { tasks: await Promise.all(rows.map((row) => toEntry(row, revisions, asked.moment))), ...(rows.length === tasksOnPage && next !== undefined && { next }) }
}
