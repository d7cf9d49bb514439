// The difference of two documents as few replaced values as possible, with the way back. Every patch replaces a value in
// its place, so both ways give the same bytes: the order of names is part of a document.
import type { Patches } from 'mutative'
import { isRecord } from '#core/issues/json-pointer.ts'

type Path = readonly (string | number)[]

interface Both {
  patches: Patches
  inverse: Patches
}

const sameNames = (before: object, after: object): boolean => {
  const [old, now] = [Object.keys(before), Object.keys(after)]
  return old.length === now.length && old.every((name, i) => name === now[i])
}

/** Equal to the last byte: names in the same order. */
export const isIdentical = (before: unknown, after: unknown): boolean => before === after || JSON.stringify(before) === JSON.stringify(after)

const compare = (before: unknown, after: unknown, path: Path, both: Both): void => {
  if (before === after) return
  if (isRecord(before) && isRecord(after) && sameNames(before, after)) {
    for (const name of Object.keys(before)) compare(before[name], after[name], [...path, name], both)
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((item, i) => compare(item, after[i], [...path, i], both))
  } else if (!isIdentical(before, after)) {
    both.patches.push({ op: 'replace', path: [...path], value: after })
    both.inverse.push({ op: 'replace', path: [...path], value: before })
  }
}

export const minimalPatches = (before: object, after: object): Both => {
  const both: Both = { patches: [], inverse: [] }
  compare(before, after, [], both)
  return both
}
