// Every text that people read, before and after, in both languages: matched by what it belongs to, wherever that stands now.
import { newMigrations } from '#core/change/classify-places.ts'
import { renamesIn, type Renames } from '#core/change/renames.ts'
import { placesIn } from '#core/form/question-places.ts'
import { isRecord, parsePointer, readAt, toPointer } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { questionPath } from '../../editing/issue-place.ts'
import { textParts, type PartKind, type TextRow } from '../../languages/text-parts.ts'

export interface ChangedText {
  key: string
  part: PartKind
  within: string[]
  /** Path of the question that it is of, as it is now. */
  path?: string
  before?: Pick<TextRow, 'vi' | 'en'>
  after?: Pick<TextRow, 'vi' | 'en'>
  /** The English was not changed with the Vietnamese, or is not there. */
  english?: 'behind' | 'missing'
}

/** What an entry of a list is known by, when it stands elsewhere. */
const nameOf = (item: unknown, index: string): string => {
  if (!isRecord(item)) return index
  const name = item['id'] ?? item['const'] ?? (Array.isArray(item['questions']) ? item['questions'][0] : undefined)
  return name === undefined ? index : String(name)
}

const steadyPath = (procedure: Procedure, segments: readonly string[]): string[] =>
  segments.map((segment, i) => (Array.isArray(readAt(procedure, toPointer(segments.slice(0, i)))) ? nameOf(readAt(procedure, toPointer(segments.slice(0, i + 1))), segment) : segment))

const schemaOf = (path: string): string[] => parsePointer(path).flatMap((segment) => (segment === '*' ? ['items'] : ['properties', segment]))

/** Where a text is, told by names that never change; of a question under its name now. */
const placeOf = (procedure: Procedure, pointer: string, renames: Renames): { key: string, path?: string } => {
  const steady = steadyPath(procedure, parsePointer(pointer))
  const below = steady[0] === 'form' && steady[1] === 'schema' ? questionPath(steady.slice(2)) : ''
  if (below === '') return { key: toPointer(steady) }
  const path = renames(below)
  return { key: toPointer(['form', 'schema', ...schemaOf(path), ...steady.slice(2 + schemaOf(below).length)]), path }
}

interface Placed extends TextRow {
  part: PartKind
  place: { key: string, path?: string }
}

const placed = (procedure: Procedure | undefined, renames: Renames): Placed[] =>
  (procedure ? textParts(procedure) : []).flatMap(({ kind, rows }) => rows.map((row) => ({ ...row, part: kind, place: placeOf(procedure!, row.pointer, renames) })))

const same = (path: string): string => path

const englishOf = (old: Placed | undefined, now: Placed | undefined): ChangedText['english'] => {
  if (!now) return undefined
  if (now.en.trim() === '') return 'missing'
  return old && old.vi !== now.vi && old.en === now.en ? 'behind' : undefined
}

const changedText = (old: Placed | undefined, now: Placed | undefined): ChangedText => {
  const { part, within, place } = (now ?? old)!
  const english = englishOf(old, now)
  return { key: place.key, part, within, ...(place.path !== undefined && { path: place.path }), ...(old && { before: old }), ...(now && { after: now }), ...(english && { english }) }
}

/** In the order of the document as it is now; what is gone comes last. Of a first publication all. */
export const changedTexts = (before: Procedure | undefined, after: Procedure): ChangedText[] => {
  const paths = new Set(after.form ? placesIn(after.form.schema).map(({ path }) => path) : [])
  const old = placed(before, renamesIn(newMigrations(before, after), (path) => paths.has(path)))
  const now = placed(after, same)
  const [were, are] = [old, now].map((rows) => new Map(rows.map((row) => [row.place.key, row])))
  const kept = now.filter((row) => { const was = were!.get(row.place.key); return !was || was.vi !== row.vi || was.en !== row.en })
  return [...kept.map((row) => changedText(were!.get(row.place.key), row)), ...old.filter(({ place }) => !are!.has(place.key)).map((row) => changedText(row, undefined))]
}
