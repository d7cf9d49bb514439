import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '#core/change/word-diff.ts'

describe('diffWords', () => {
  it('marks the words that came and went', () => {
    expect(diffWords('Nộp trong 10 ngày làm việc', 'Nộp trong 15 ngày làm việc')).toEqual([
      { kind: 'same', text: 'Nộp trong ' }, { kind: 'removed', text: '10' }, { kind: 'added', text: '15' }, { kind: 'same', text: ' ngày làm việc' },
    ])
  })

  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('mã', 'số', ' ', ',', 'thuế', '\n'), { maxLength: 30 }).map((words) => words.join(''))
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after)
      expect(pieces.filter(({ kind }) => kind !== 'added').map((piece) => piece.text).join('')).toBe(before)
      expect(pieces.filter(({ kind }) => kind !== 'removed').map((piece) => piece.text).join('')).toBe(after)
    }))
  })

  it('tells texts that are too long as one for the other', () => {
    const long = 'từ '.repeat(2000)
    expect(diffWords(long, 'khác').map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
