// Finds which entry of a list became which: by what never changes (an id, the value of an option), else by being equal, by
// saying the same where it matters, by what they share.
import { isRecord } from '../issues/json-pointer.ts'
import { isEqual } from './equal.ts'

export interface Pairs<T> {
  /** In the order of the new list; without `old` what was added. */
  now: { item: T, old?: T, key: string }[]
  removed: { item: T, key: string }[]
}

const keyOf = (item: unknown): string | undefined => {
  if (!isRecord(item)) return undefined
  const key = item['id'] ?? item['const']
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined
}

const isKeyed = (list: readonly unknown[]): boolean => {
  const keys = list.map(keyOf)
  return !keys.includes(undefined) && new Set(keys).size === keys.length
}

/** What people would call an entry by. */
const names = ['kind', 'from', 'code', 'number', 'title', 'name', 'address', 'to'] as const

const shares = (a: unknown, b: unknown): number => {
  if (!isRecord(a) || !isRecord(b)) return 0
  return Object.keys(a).reduce((sum, key) => sum + (Object.hasOwn(b, key) && isEqual(a[key], b[key]) ? ((names as readonly string[]).includes(key) ? 3 : 1) : 0), 0)
}

/** `alike` counts how much two entries have in common; with nothing in common they are two different ones. */
export const pairItems = <T>(before: readonly T[], after: readonly T[], alike: (a: T, b: T) => number = shares): Pairs<T> => {
  if (isKeyed(before) && isKeyed(after)) {
    const known = new Map(before.map((item) => [keyOf(item)!, item]))
    const kept = new Set(after.map((item) => keyOf(item)!))
    return {
      now: after.map((item) => ({ item, key: keyOf(item)!, ...(known.has(keyOf(item)!) && { old: known.get(keyOf(item)!)! }) })),
      removed: before.filter((item) => !kept.has(keyOf(item)!)).map((item) => ({ item, key: keyOf(item)! })),
    }
  }
  const left = new Set(before)
  const found = new Map<number, T>()
  const take = (i: number, old: T | undefined): void => { if (old !== undefined) { found.set(i, old); left.delete(old) } }
  after.forEach((item, i) => take(i, [...left].find((old) => isEqual(old, item))))
  after.forEach((item, i) => {
    if (found.has(i)) return
    const [best] = [...left].map((old) => ({ old, worth: alike(old, item) })).filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth)
    take(i, best?.old)
  })
  const places = new Map(before.map((item, i) => [item, i]))
  return {
    now: after.map((item, i) => ({ item, key: String((found.has(i) ? places.get(found.get(i)!)! : i) + 1) + (found.has(i) ? '' : '+'), ...(found.has(i) && { old: found.get(i)! }) })),
    removed: [...left].map((item) => ({ item, key: String(places.get(item)! + 1) })),
  }
}
