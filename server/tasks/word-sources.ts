// Where the words of dossiers are found, by engine. SQLite has an index that follows a moment later, so those that wait for it
// are looked through as well; PostgreSQL indexes the words with the row.
import { openMark, type Sought } from '#core/dossier/search-words.ts'
import type { Database } from '../db/database.ts'
import { allOf, part, type Part } from './queue-filters.ts'

/** Gives rows of search_entry as `e`; `number` is the column of their order that is cheap to read by. */
export interface WordSource {
  from: string
  number: string
  where: Part
}

/** A word stands between blanks, whole or from its beginning. */
const likeParts = (sought: readonly Sought[]): Part[] =>
  sought.map(({ any }) => part(`(${any.map(() => 'e.words LIKE ?').join(' OR ')})`, ...any.map(({ word, begins }) => `% ${word}${begins ? '%' : ' %'}`)))

// Words hold letters, digits and = only, so none can end its quotes.
const matchWords = (sought: readonly Sought[]): string => sought.map(({ any }) => `(${any.map(({ word, begins }) => `"${word}"${begins ? '*' : ''}`).join(' OR ')})`).join(' AND ')
const tsquery = (sought: readonly Sought[]): string => sought.map(({ any }) => `(${any.map(({ word, begins }) => `'${word}'${begins ? ':*' : ''}`).join(' | ')})`).join(' & ')

export const wordSources = ({ engine }: Pick<Database, 'engine'>, sought: readonly Sought[]): WordSource[] => (engine === 'postgres'
  ? [{ from: 'search_entry e', number: 'e.n', where: part(`array_to_tsvector(string_to_array(btrim(e.words), ' ')) @@ ?::tsquery`, tsquery(sought)) }]
  : [
    { from: 'search_words CROSS JOIN search_entry e', number: 'search_words.rowid', where: part('search_words MATCH ? AND e.n = search_words.rowid AND e.indexed = 1', matchWords(sought)) },
    { from: 'search_entry e', number: 'e.n', where: allOf([part('e.indexed = 0'), ...likeParts(sought)]) },
  ])

export const asWord = (word: string): Sought => ({ any: [{ word, begins: false }] })

const mostByIndex = 1000

/** What must hold of tasks, and of `e` where its words are read on the way. */
export interface Narrowed {
  join: '' | ' CROSS JOIN search_entry e'
  parts: Part[]
  /** The dossiers are known one by one: no other index is as good. */
  few: boolean
}

const oneOf = (engine: Database['engine'], ids: readonly string[]): Part =>
  part(`task.dossier_id IN (SELECT value FROM ${engine === 'postgres' ? 'json_array_elements_text(?::json) ids (value)' : 'json_each(?)'})`, JSON.stringify(ids))

/**
 * Words that few open dossiers have are found by the index; those that many have are soon met in the order of the queue. Either
 * way the time does not grow with what was filed in all the years.
 */
export const narrowByWords = async (database: Database, sought: readonly Sought[]): Promise<Narrowed> => {
  if (sought.length === 0) return { join: '', parts: [], few: false }
  const found = await Promise.all(wordSources(database, [...sought, asWord(openMark)]).map(({ from, where }) =>
    database.read<{ id: string }>(`SELECT e.dossier_id AS id FROM ${from} WHERE ${where.sql} LIMIT ?`, [...where.parameters, mostByIndex])))
  const ids = found.flat().map(({ id }) => id)
  return ids.length < mostByIndex
    ? { join: '', parts: [oneOf(database.engine, ids)], few: true }
    : { join: ' CROSS JOIN search_entry e', parts: [part('e.dossier_id = task.dossier_id'), ...likeParts(sought)], few: false }
}
