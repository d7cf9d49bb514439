// Which differences somebody has looked at: a mark holds for the content that was seen, so one that changed since is new again and the
// others stay as they were.
import type { SeenMarks } from '#schemas/generated/types.ts'
import { canonicalJson } from '../procedure/canonical-json.ts'
import type { Difference } from './difference.ts'

/** Two rounds of 32 bits (the constants of MurmurHash3): enough to tell contents apart, and no secret. */
const digest = (text: string): string => {
  let [one, two] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    one = Math.imul(one ^ text.charCodeAt(i), 2654435761)
    two = Math.imul(two ^ text.charCodeAt(i), 1597334677)
  }
  const mix = (half: number, other: number): number => Math.imul(half ^ (half >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  return [mix(one, two), mix(two, one)].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Of what it says; where else in the document something moved does not matter to it. */
export const digestOf = ({ id, kind, at, setting, before, after }: Difference): string => digest(canonicalJson({ id, kind, at, setting, before, after }))

/** Ids of the differences that were seen as they are. */
export const seenOf = ({ marks }: SeenMarks, differences: readonly Difference[]): Set<string> => {
  const known = new Map(marks.map((mark) => [mark.difference, mark.digest]))
  return new Set(differences.filter((difference) => known.get(difference.id) === digestOf(difference)).map(({ id }) => id))
}
