// Brings together two versions of a document that began as the same: what only one side changed is taken from that side;
// where both changed the same place, the place is named and a person chooses. Nothing is guessed.
import { isRecord, toPointer } from '#core/issues/json-pointer.ts'
import { isIdentical } from './minimal-patches.ts'

export type Side = 'mine' | 'theirs'

export interface Clash {
  pointer: string
  /** The names on the way there: entries of lists by what tells them apart, wherever they stand in the lists. */
  way: readonly string[]
  /** Undefined where that side has nothing there. */
  base: unknown
  mine: unknown
  theirs: unknown
}

export interface Merged<T> {
  document: T
  clashes: Clash[]
}

interface Versions {
  base: unknown
  mine: unknown
  theirs: unknown
}

type Choose = (pointer: string) => Side
interface Work {
  choose: Choose
  clashes: Clash[]
}

type Keyed = ReadonlyMap<string, unknown>

type Place = Pick<Clash, 'pointer' | 'way'>

const inside = ({ pointer, way }: Place, segment: string | number, key = String(segment)): Place => ({ pointer: pointer + toPointer([segment]), way: [...way, key.replace(/^(string|number) /, '')] })

/** What tells the entries of a list apart for ever: an id, the value of an option, or the text itself. */
const keyOf = (item: unknown): string | undefined => {
  if (typeof item === 'string') return item
  if (!isRecord(item)) return undefined
  const key = item['id'] ?? item['const']
  return typeof key === 'string' || typeof key === 'number' ? `${typeof key} ${key}` : undefined
}

export const keyed = (list: unknown): Keyed | undefined => {
  if (!Array.isArray(list)) return undefined
  const keys = list.map(keyOf)
  return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length ? new Map(list.map((item, i) => [keys[i]!, item])) : undefined
}

const commonOrder = (keys: Iterable<string>, other: Keyed): string => [...keys].filter((key) => other.has(key)).join('\n')

/** The names in one order: that of the side which moved something, with what the other side added after its neighbour. */
const orderOf = (base: Keyed, mine: Keyed, theirs: Keyed): { keys: string[], isMoved: boolean } => {
  const both = new Map([...base].filter(([key]) => mine.has(key) && theirs.has(key)))
  const [old, now, their] = [commonOrder(base.keys(), both), commonOrder(mine.keys(), both), commonOrder(theirs.keys(), both)]
  const [first, second] = now === old ? [theirs, mine] : [mine, theirs]
  const keys = [...first.keys()]
  let before: string | undefined
  for (const key of second.keys()) {
    if (!first.has(key)) keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
    before = key
  }
  return { keys, isMoved: now !== old && their !== old && now !== their }
}

const settle = (versions: Versions, place: Place, work: Work): unknown => {
  work.clashes.push({ ...place, ...versions })
  return versions[work.choose(place.pointer)]
}

const mergeKeyed = (base: Keyed, mine: Keyed, theirs: Keyed, at: (key: string, order: readonly string[]) => Place, work: Work): [string, unknown][] => {
  const { keys } = orderOf(base, mine, theirs)
  return keys.flatMap((key): [string, unknown][] => {
    const value = merge({ base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }, at(key, keys), work)
    return value === undefined ? [] : [[key, value]]
  })
}

const entries = (value: unknown): Keyed => new Map(isRecord(value) ? Object.entries(value) : [])

const mergeLists = (versions: Versions, place: Place, work: Work): unknown => {
  const [base, mine, theirs] = [keyed(versions.base), keyed(versions.mine), keyed(versions.theirs)]
  if (base && mine && theirs) {
    if (orderOf(base, mine, theirs).isMoved) return settle(versions, place, work)
    return mergeKeyed(base, mine, theirs, (key, order) => inside(place, order.indexOf(key), key), work).map(([, value]) => value)
  }
  const lists = [versions.base, versions.mine, versions.theirs] as unknown[][]
  if (new Set(lists.map(({ length }) => length)).size > 1) return settle(versions, place, work)
  return lists[0]!.map((_item, i) => merge({ base: lists[0]![i], mine: lists[1]![i], theirs: lists[2]![i] }, inside(place, i), work))
}

/** Translations of the same thing are collected text by text, also where there were none before. */
const begun = ({ base, mine, theirs }: Versions, pointer: string): Versions => {
  if (base !== undefined || !pointer.includes('/x-i18n')) return { base, mine, theirs }
  if (isRecord(mine) && isRecord(theirs)) return { base: {}, mine, theirs }
  return Array.isArray(mine) && Array.isArray(theirs) ? { base: [], mine, theirs } : { base, mine, theirs }
}

const merge = (met: Versions, place: Place, work: Work): unknown => {
  const versions = begun(met, place.pointer)
  const { base, mine, theirs } = versions
  if (isIdentical(mine, base)) return theirs
  if (isIdentical(theirs, base) || isIdentical(mine, theirs)) return mine
  const all = [base, mine, theirs]
  if (all.every(isRecord)) {
    if (orderOf(entries(base), entries(mine), entries(theirs)).isMoved) return settle(versions, place, work)
    return Object.fromEntries(mergeKeyed(entries(base), entries(mine), entries(theirs), (key) => inside(place, key), work))
  }
  return all.every(Array.isArray) ? mergeLists(versions, place, work) : settle(versions, place, work)
}

/** `choose` settles the places that both sides changed; mine, unless told otherwise. */
export const mergeDocuments = <T extends object>(base: T, mine: T, theirs: T, choose: Choose = () => 'mine'): Merged<T> => {
  const work: Work = { choose, clashes: [] }
  return { document: merge({ base, mine, theirs }, { pointer: '', way: [] }, work) as T, clashes: work.clashes }
}
