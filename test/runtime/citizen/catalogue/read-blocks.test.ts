import { describe, expect, it } from 'vitest'
import { readBlocks } from '#runtime/citizen/catalogue/read-blocks.ts'

describe('readBlocks', () => {
  it('reads steps, points and paragraphs', () => {
    expect(readBlocks('Mở đầu\n1. Một\nBước 2: Hai\n\n- a\n• b\n15 ngày sau')).toEqual([
      { kind: 'paragraph', lines: ['Mở đầu'] }, { kind: 'steps', lines: ['Một', 'Hai'] }, { kind: 'points', lines: ['a', 'b'] }, { kind: 'paragraph', lines: ['15 ngày sau'] },
    ])
  })
})
