// Every filed dossier, the latest first, and the search among them by words without accents. SQLite finds words in an index
// that follows a moment later, so those that wait for it are looked through as well; PostgreSQL indexes them with the row.
import { channelMark, procedureMark, readSought, type Sought } from '#core/dossier/search-words.ts'
import type { QueueFilters, QueuePage } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { decode, encode } from './cursor.ts'
import { entryColumns, toEntry, type EntryRow } from './queue-entries.ts'
import { allOf, part, receivedParts, type Moment, type Part } from './queue-filters.ts'
import { tasksOnPage, wordsPart, type Asked, type QueueSource } from './queue-query.ts'

type FiledKey = readonly [submitted: string, id: string]
type FoundKey = readonly [n: number]

const newest: FiledKey = ['9999', '']
const latest: FoundKey = [Number.MAX_SAFE_INTEGER]

const selectEntries = (found: string, order: string): string => `SELECT f.*, ${entryColumns} FROM (${found}) f
  JOIN dossier d ON d.id = f.found LEFT JOIN task t ON t.dossier_id = d.id AND t.kind = 'step' ORDER BY ${order}`

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
  const found = `SELECT id AS found FROM dossier WHERE ${where.sql} ORDER BY submitted_at DESC, id DESC LIMIT ?`
  const rows = await database.read<EntryRow>(selectEntries(found, 'd.submitted_at DESC, d.id DESC'), [...where.parameters, tasksOnPage])
  const last = rows.at(-1)
  return [rows, last && encode([last.submitted_at ?? '', last.id])]
}

const asWord = (word: string): Sought => ({ any: [{ word, begins: false }] })

const marksOf = ({ procedure, channel }: QueueFilters): Sought[] =>
  [...(procedure === undefined ? [] : [procedureMark(procedure)]), ...(channel === undefined ? [] : [channelMark(channel)])].map(asWord)

const matchWords = (sought: readonly Sought[]): string => sought.map(({ any }) => `(${any.map(({ word, begins }) => `"${word}"${begins ? '*' : ''}`).join(' OR ')})`).join(' AND ')
const tsquery = (sought: readonly Sought[]): string => sought.map(({ any }) => `(${any.map(({ word, begins }) => `'${word}'${begins ? ':*' : ''}`).join(' | ')})`).join(' & ')

type FoundRow = EntryRow & { n: number }

/** Where the words are found, by engine; each gives `e` in the order of its number. */
const sources = ({ engine }: Database, sought: readonly Sought[]): { from: string; where: Part }[] => (engine === 'postgres'
  ? [{ from: 'search_entry e', where: part(`array_to_tsvector(string_to_array(btrim(e.words), ' ')) @@ ?::tsquery AND e.n < ?`, tsquery(sought)) }]
  : [
    { from: 'search_words CROSS JOIN search_entry e', where: part('search_words MATCH ? AND e.n = search_words.rowid AND e.indexed = 1 AND search_words.rowid < ?', matchWords(sought)) },
    { from: 'search_entry e', where: ((words) => part(`e.indexed = 0 AND ${words.sql} AND e.n < ?`, ...words.parameters))(allOf(wordsPart(sought))) },
  ])

const search = async (database: Database, sought: readonly Sought[], { filters, moment, after }: Asked): Promise<[FoundRow[], string?]> => {
  const [before] = decode(after, latest) ?? latest
  const rest = headerParts(filters, moment)
  const joined = rest.length > 0
  const pages = await Promise.all(sources(database, [...sought, ...marksOf(filters)]).map(({ from, where }) => {
    const { sql, parameters } = allOf(rest)
    const order = from.startsWith('search_words') ? 'search_words.rowid' : 'e.n'
    const found = `SELECT e.n, e.dossier_id AS found FROM ${from}${joined ? ' CROSS JOIN dossier' : ''} WHERE ${where.sql}${joined ? ` AND dossier.id = e.dossier_id AND ${sql}` : ''} ORDER BY ${order} DESC LIMIT ?`
    return database.read<FoundRow>(selectEntries(found, 'f.n DESC'), [...where.parameters, before, ...parameters, tasksOnPage])
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
