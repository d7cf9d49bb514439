import { describe, expect, it } from 'vitest'
import { shownPointer } from '#runtime/form/row-pointers.ts'

describe('shownPointer', () => {
  it.each([
    ['/rows/0/a', { rows: [{ a: 1 }] }, '/rows/0/a'],
    ['/rows/0/a', { rows: [{}, { a: '' }, { a: 1 }] }, '/rows/2/a'],
    ['/rows/1/a', { rows: [{ a: 1 }, {}, { a: 2 }] }, '/rows/2/a'],
    ['/g/rows/0/in/1/b', { g: { rows: [{}, { in: [{ b: 1 }, {}, { b: 2 }] }] } }, '/g/rows/1/in/2/b'],
    ['/rows/5/a', { rows: [] }, '/rows/5/a'],
    ['/coSo/ten', {}, '/coSo/ten'],
    ['', {}, ''],
  ])('leads %s back to the row on the screen', (judged, shown, pointer) => {
    expect(shownPointer(shown, judged)).toBe(pointer)
  })
})
