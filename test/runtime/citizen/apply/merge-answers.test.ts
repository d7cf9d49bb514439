import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeAnswers } from '#runtime/citizen/apply/merge-answers.ts'

describe('mergeAnswers', () => {
  it.each([
    ['what changed here wins', { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }],
    ['what did not change here follows', { a: 1 }, { a: 1 }, { a: 3 }, { a: 3 }],
    ['both changes stay', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
    ['groups are merged question by question', { g: { a: 1 } }, { g: { a: 1, b: 2 } }, { g: { a: 3 } }, { g: { a: 3, b: 2 } }],
    ['what was removed there goes, when it was not touched here', { a: 1 }, { a: 1 }, {}, {}],
    ['what was removed here goes', { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 1 }, { b: 1 }],
    ['a table is one answer', { t: [{ a: 1 }] }, { t: [{ a: 1 }, { a: 2 }] }, { t: [{ a: 9 }] }, { t: [{ a: 1 }, { a: 2 }] }],
  ])('%s', (_title, base, here, there, merged) => {
    expect(mergeAnswers(base, here, there)).toEqual(merged)
  })

  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer(), { minKeys: 1 }), fc.array(fc.integer())))

  it('gives ours when nobody else changed anything, and theirs when we did not', () => {
    fc.assert(fc.property(answers, answers, (base, next) => {
      expect(mergeAnswers(base, next, base)).toEqual(next)
      expect(mergeAnswers(base, base, next)).toEqual(next)
    }))
  })
})
