import { describe, expect, it } from 'vitest'
import type { Difference } from '#core/change/difference.ts'
import { digestOf, seenOf } from '#core/change/seen.ts'

const difference = (id: string, after: unknown, ops: Difference['ops'] = []): Difference => ({ id, part: 'question', kind: 'changed', at: { path: '/ten' }, setting: 'maxLength', before: 100, after, ops })
const mark = (each: Difference) => ({ difference: each.id, digest: digestOf(each) })

describe('seen marks', () => {
  it('hold for what was seen, and for nothing else', () => {
    const [kept, moved] = [difference('a', 50), difference('b', 50)]
    const marks = { marks: [mark(kept), mark(moved)] }
    expect([...seenOf(marks, [kept, difference('b', 60), difference('c', 1)])]).toEqual(['a'])
  })
  it('do not ask where in the document it stands', () => {
    const [before, after] = [1, 7].map((place) => difference('a', 50, [{ op: 'replace', path: `/form/pages/${place}`, value: 50 }]))
    expect(digestOf(before!)).toBe(digestOf(after!))
  })
  it('tell twenty thousand contents apart', () => {
    expect(new Set(Array.from({ length: 20_000 }, (_, n) => digestOf(difference('a', n)))).size).toBe(20_000)
  })
})
