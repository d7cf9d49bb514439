import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, foldLines, isSameLine, type LinePair } from '../../../../designer/review/tabs/line-diff.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}'), { maxLength: 30 })
const side = (pairs: readonly LinePair[], which: 'before' | 'after') => pairs.flatMap((pair) => pair[which] ?? [])

/** Lines in common, counted the slow way. */
const common = (a: readonly string[], b: readonly string[]): number =>
  a.reduce((row, one) => b.reduce((next, other, k) => [...next, one === other ? row[k]! + 1 : Math.max(row[k + 1]!, next[k]!)], [0]), b.reduce((row) => [...row, 0], [0])).at(-1)!

describe('diffLines', () => {
  it('reads as the old text on one side and as the new one on the other, each line once and numbered', () => {
    fc.assert(fc.property(lines, lines, (a, b) => {
      const pairs = diffLines(a, b)
      for (const [which, text] of [['before', a], ['after', b]] as const) {
        expect(side(pairs, which).map((line) => line.text)).toEqual(text)
        expect(side(pairs, which).map((line) => line.number)).toEqual(text.map((_line, i) => i + 1))
      }
    }), { numRuns: 500 })
  })

  it('keeps as many lines as can be kept', () => {
    fc.assert(fc.property(lines, lines, (a, b) => { expect(diffLines(a, b).filter(isSameLine).length).toBeGreaterThanOrEqual(common(a, b)) }), { numRuns: 300 })
  })

  it('says of two equal texts that nothing changed', () => {
    fc.assert(fc.property(lines, (a) => { expect(diffLines(a, a).every(isSameLine)).toBe(true) }))
  })

  it('puts a line beside the one that took its place', () => {
    expect(diffLines(['{', 'cũ', '}'], ['{', 'mới', '}'])[1]).toEqual({ before: { number: 2, text: 'cũ' }, after: { number: 2, text: 'mới' } })
  })

  it('tells texts that have nothing in common as one replaced by the other', () => {
    const [a, b] = [Array.from({ length: 4000 }, (_each, i) => `a${i}`), Array.from({ length: 4000 }, (_each, i) => `b${i}`)]
    expect(diffLines(a, b)).toHaveLength(4000)
  })
})

describe('foldLines', () => {
  it('leaves out what stayed far from any change, and nothing else', () => {
    const a = Array.from({ length: 40 }, (_each, i) => String(i))
    const runs = foldLines(diffLines(a, a.with(20, 'khác')))
    expect(runs.map(({ isFolded, pairs }) => [isFolded, pairs.length])).toEqual([[true, 17], [false, 7], [true, 16]])
    expect(runs.flatMap(({ pairs }) => pairs)).toHaveLength(40)
  })
})
