// Carries differences out: the document that they were found from becomes the one that they were found against.
import { isRecord, parsePointer } from '../issues/json-pointer.ts'
import type { Difference, PatchOperation } from './difference.ts'

const into = (value: unknown, segment: string): unknown => {
  if (Array.isArray(value)) return value[Number(segment)]
  return isRecord(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
}

const carryOut = (document: unknown, { op, path, value }: PatchOperation): void => {
  const segments = parsePointer(path)
  const last = segments.pop()
  const owner = segments.reduce(into, document)
  if (last === undefined || typeof owner !== 'object' || owner === null) throw new Error(`No place for ${op} ${path}`)
  if (Array.isArray(owner)) {
    const index = last === '-' ? owner.length : Number(last)
    owner.splice(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [structuredClone(value)]))
  } else if (op === 'remove') {
    delete (owner as Record<string, unknown>)[last]
  } else {
    (owner as Record<string, unknown>)[last] = structuredClone(value)
  }
}

/** In the order in which they were listed: each was written against what those before it leave. */
export const applyDifferences = <T extends object>(document: T, differences: readonly Difference[]): T => {
  const changed = structuredClone(document)
  for (const { ops } of differences) for (const op of ops) carryOut(changed, op)
  return changed
}
