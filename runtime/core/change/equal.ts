// Whether two values of JSON say the same: whatever the order of their names, except that questions stand in an order. The same
// as comparing their canonical texts (procedure/canonical-json.ts), without writing these: documents are large.

const isThing = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const namesOf = (thing: Record<string, unknown>): string[] => Object.keys(thing).filter((name) => thing[name] !== undefined)

const isSame = (a: unknown, b: unknown, ordered: string | undefined, isOrdered: boolean): boolean => {
  if (a === b) return true
  if (!isThing(a) || !isThing(b) || Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a)) return a.length === (b as unknown as unknown[]).length && a.every((item, i) => isSame(item, (b as unknown as unknown[])[i], ordered, false))
  const [names, others] = [namesOf(a), namesOf(b)]
  return names.length === others.length && names.every((name, i) =>
    (!isOrdered || others[i] === name) && Object.hasOwn(b, name) && isSame(a[name], b[name], ordered, name === ordered))
}

export const isEqual = (a: unknown, b: unknown): boolean => isSame(a, b, undefined, false)

/** To the content hash: questions in the same order too. */
export const isSameDocument = (a: unknown, b: unknown): boolean => isSame(a, b, 'properties', false)
