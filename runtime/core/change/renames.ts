// How questions are called now that were called otherwise before (contract.md, law 3), and whether what reads them changed in
// nothing but these names.
import { conditionReferences } from '../condition/references.ts'
import { isSentence, rewordCondition, type Row, type Sentence } from '../condition/condition-sentence.ts'
import { isRecord, type Answers } from '../issues/json-pointer.ts'
import { canonicalJson } from '../procedure/canonical-json.ts'
import type { Condition } from '#schemas/generated/types.ts'
import { isSameAnswers } from './answer-leaves.ts'
import { migratedPath, type Migration } from './classify-places.ts'

/** Old path to path now; the same where nothing was renamed. */
export type Renames = (path: string) => string

/** Names that are still there without having been moved stay; a migration to nowhere moves nothing. */
export const renamesIn = (migrations: readonly Migration[], isThere: (path: string) => boolean): Renames => (path) => {
  const moved = migratedPath(path, migrations)
  return isThere(moved) ? moved : path
}

const absolute = (path: string, within: string | undefined): string => (within === undefined ? path : `${within}/*${path}`)

/** Of a rule about rows, names start in the row; what left the table has none there. */
const inRow = (renames: Renames, within: string | undefined) => (path: string): string => {
  const now = renames(absolute(path, within))
  const base = within === undefined ? '' : `${renames(within)}/*`
  return now.startsWith(base) ? now.slice(base.length) : now
}

const mapRow = (row: Row, map: (path: string) => string): Row => ({
  ...row, path: map(row.path),
  ...(row.rows && { rows: mapSentence(row.rows, (column) => { const [table, now] = [map(row.path), map(`${row.path}/*${column}`)]; return now.startsWith(`${table}/*`) ? now.slice(table.length + 2) : now }) }),
})
const mapSentence = (sentence: Sentence, map: (path: string) => string): Sentence => ({ mode: sentence.mode, parts: sentence.parts.map((part) => (isSentence(part) ? mapSentence(part, map) : mapRow(part, map))) })

const saidAs = (condition: Condition, map: (path: string) => string): unknown => {
  const sentence = rewordCondition(condition)
  return sentence ? mapSentence(sentence, map) : conditionReferences(condition).every((path) => map(path) === path) ? condition : undefined
}

const dotted = (path: string): string => path.slice(1).replaceAll('/', '.')

const mapped = (value: unknown, map: (path: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapped(item, map))
  if (typeof value === 'string') return value.startsWith('/') ? map(value) : value
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [
    name, name === 'when' ? saidAs(inner as Condition, map) : name === 'var' && typeof inner === 'string' ? dotted(map(`/${inner.replaceAll('.', '/')}`)) : mapped(inner, map),
  ]))
}

/** Whether a setting says what it said before, of questions that are called otherwise now. `within` is the table of a rule about rows, before. */
export const isOnlyRenamed = (setting: string, before: unknown, after: unknown, renames: Renames, within?: string): boolean =>
  before !== undefined && after !== undefined &&
  (setting === 'answers' ? isSameAnswers(before as Answers, after as Answers, renames) : canonicalJson(mapped({ [setting]: before }, inRow(renames, within))) === canonicalJson(mapped({ [setting]: after }, (path) => path)))
