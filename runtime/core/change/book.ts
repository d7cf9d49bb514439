// Where differences are written down while two documents are compared, in the order in which they are carried out, with the
// edits of each; and how the settings and the lists of two versions of one thing are compared.
import type { Difference, DifferencePlace, DifferentPart } from './difference.ts'
import { isEqual } from './equal.ts'
import { pairItems, type Pairs } from './pair-items.ts'
import { isOnlyRenamed, type Renames } from './renames.ts'
import type { Edit, Thing } from './working-copy.ts'

export interface Found extends Omit<Difference, 'ops'> {
  edits: Edit[]
}

export interface Book {
  found: Found[]
  renames: Renames
  /** What was renamed or moved, by its path now: what only follows a new name belongs to it. */
  renamed: Map<string, Found>
}

/** What differences are written about. */
export interface Subject {
  /** Begins their ids. */
  key: string
  part: DifferentPart
  at: DifferencePlace
}

export const write = (book: Book, found: Omit<Found, 'edits'>, ...edits: Edit[]): Found => {
  const same = book.found.filter(({ id }) => id === found.id || id.startsWith(`${found.id}#`)).length
  // The copy is edited later; what stood there before must not change with it.
  const values = { ...('before' in found && { before: structuredClone(found.before) }), ...('after' in found && { after: structuredClone(found.after) }) }
  const written = { ...found, ...values, id: same === 0 ? found.id : `${found.id}#${same + 1}`, edits }
  book.found.push(written)
  return written
}

const inOther = (value: unknown): Record<string, unknown> => ((value as Thing | undefined)?.['en'] ?? {}) as Record<string, unknown>

/** Translations that came with a new text are part of that change. */
const followsTexts = (old: Thing, now: Thing): boolean => {
  const [before, after] = [inOther(old['x-i18n']), inOther(now['x-i18n'])]
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])
  return changed.every((name) => !isEqual(old[name.split('.')[0]!], now[name.split('.')[0]!]))
}

export interface SettingRules {
  /** Compared elsewhere. */
  skip?: readonly string[]
  /** Of settings of something inside: items.maxLength. */
  prefix?: string
  /** The table of a rule about rows. */
  within?: string
}

/** The rename that a setting changed with, where it says what it said before. */
export const renameBehind = (book: Book, name: string, old: unknown, now: unknown, within?: string): Found | undefined =>
  (book.renamed.size > 0 && isOnlyRenamed(name, old, now, book.renames, within) ? [...book.renamed.values()].at(-1) : undefined)

/** What another kind of answer brings along or leaves behind is told by the kind. */
const ofKind = new Set(['x-field', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'x-widget', 'x-autocomplete'])

/** One difference for each setting that is another now. */
export const compareSettings = (book: Book, subject: Subject, old: Thing, now: Thing, { skip = [], prefix = '', within }: SettingRules = {}): void => {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !skip.includes(name) && !isEqual(old[name], now[name]))
  const texts: Found[] = []
  const isKind = (name: string): boolean => subject.part === 'question' && names.includes('type') && ofKind.has(name)
  for (const name of names.filter((each) => each !== 'x-i18n' && !isKind(each))) {
    const edit: Edit = { act: 'set', owner: old, name, value: structuredClone(now[name]) }
    const follower = renameBehind(book, name, old[name], now[name], within)
    if (follower) follower.edits.push(edit)
    else texts.push(write(book, { id: `${subject.key}:${prefix}${name}`, part: subject.part, kind: 'changed', at: subject.at, setting: prefix + name, before: old[name], after: now[name] }, edit))
  }
  const kind = texts.find(({ setting }) => setting === `${prefix}type`)
  kind?.edits.push(...names.filter(isKind).map((name): Edit => ({ act: 'set', owner: old, name, value: structuredClone(now[name]) })))
  if (!names.includes('x-i18n')) return
  const edit: Edit = { act: 'set', owner: old, name: 'x-i18n', value: structuredClone(now['x-i18n']) }
  const text = texts.find(({ setting }) => typeof now[setting?.slice(prefix.length) ?? ''] === 'string' || typeof old[setting?.slice(prefix.length) ?? ''] === 'string')
  if (text && followsTexts(old, now)) text.edits.push(edit)
  else write(book, { id: `${subject.key}:${prefix}x-i18n`, part: subject.part, kind: 'changed', at: subject.at, setting: `${prefix}x-i18n`, before: old['x-i18n'], after: now['x-i18n'] }, edit)
}

/** One that both documents have, and how it is told from others. */
export interface Kept {
  old: Thing
  now: Thing
  key: string
}

interface ListRules {
  subjectOf: (key: string, item: Thing) => Subject
  /** Of the entry of a list that is a setting. */
  setting?: string
  pairs?: Pairs<Thing>
}

const listOf = (owner: Thing, name: string): Thing[] => (Array.isArray(owner[name]) ? owner[name] as Thing[] : [])

export const isTurned = (kept: readonly { old?: unknown }[], before: readonly unknown[]): boolean => {
  const places = kept.filter(({ old }) => old !== undefined).map(({ old }) => before.indexOf(old))
  return places.some((place, i) => i > 0 && place < places[i - 1]!)
}

/** Entries that came, went and changed places; those that both have are given back to be compared. */
export const compareList = (book: Book, owner: Thing, next: Thing, name: string, { subjectOf, setting, pairs: known }: ListRules): Kept[] => {
  if (isEqual(owner[name], next[name])) return []
  const pairs = known ?? pairItems(listOf(owner, name), listOf(next, name))
  const before = listOf(owner, name)
  const entry = setting === undefined ? {} : { setting, entry: true as const }
  for (const { item, key } of pairs.removed) {
    const { key: id, part, at } = subjectOf(key, item)
    write(book, { id, part, kind: 'removed', at, ...entry, before: item }, { act: 'drop', owner, name, item, isLast: next[name] === undefined })
  }
  const copies = pairs.now.map(({ item, old }) => old ?? structuredClone(item))
  pairs.now.forEach(({ item, old, key }, i) => {
    if (old !== undefined) return
    const { key: id, part, at } = subjectOf(key, item)
    write(book, { id, part, kind: 'added', at, ...entry, after: item }, { act: 'insert', owner, name, item: copies[i], order: copies })
  })
  if (isTurned(pairs.now, before)) {
    const { key, part, at } = subjectOf('', {})
    const { id: _one, ...place } = at
    write(book, { id: `${key}order`, part, kind: 'moved', at: place, setting: `${setting ?? name}.order`, before: before.filter((item) => pairs.now.some(({ old }) => old === item)), after: pairs.now.filter(({ old }) => old).map(({ old }) => old) }, { act: 'arrange', owner, name, order: copies })
  }
  return pairs.now.flatMap(({ item, old, key }) => (old && !isEqual(old, item) ? [{ old, now: item, key }] : []))
}

/** A list whose entries are settings of their own: rows of a fee table, ways out of a step. An entry changes as a whole. */
export const compareEntries = (book: Book, subject: Subject, old: Thing, now: Thing, name: string): void => {
  const kept = compareList(book, old, now, name, { setting: name, subjectOf: (key) => ({ ...subject, key: `${subject.key}:${name}:${key}` }) })
  for (const each of kept) {
    const names = [...new Set([...Object.keys(each.old), ...Object.keys(each.now)])].filter((setting) => !isEqual(each.old[setting], each.now[setting]))
    if (names.length === 0) continue
    const edits = names.map((setting): Edit => ({ act: 'set', owner: each.old, name: setting, value: structuredClone(each.now[setting]) }))
    const [follower] = names.every((setting) => renameBehind(book, setting, each.old[setting], each.now[setting])) ? [...book.renamed.values()].slice(-1) : []
    if (follower) follower.edits.push(...edits)
    else write(book, { id: `${subject.key}:${name}:${each.key}`, part: subject.part, kind: 'changed', at: subject.at, setting: name, entry: true, before: each.old, after: each.now }, ...edits)
  }
}
