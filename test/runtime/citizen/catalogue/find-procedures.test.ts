import { describe, expect, it } from 'vitest'
import { findProcedures, valuesOf } from '#runtime/citizen/catalogue/find-procedures.ts'
import { readBlocks } from '#runtime/citizen/catalogue/read-blocks.ts'

const procedure = (name: string, more: object = {}) => ({ id: name, code: '1.0', name, serviceLevel: 4, audience: ['Doanh nghiệp'], revision: 'h', field: 'Đo lường', agency: 'Ủy ban', ...more })
const all = [procedure('Gia hạn phê duyệt mẫu', { 'x-i18n': { en: { name: 'Extend a type approval' } } }), procedure('Cấp thẻ kiểm định viên', { field: 'Hộ tịch', agency: 'Sở' })]
const find = (words: string, field = '', agency = '') => findProcedures(all, { words, field, agency }).map((each) => each.name)

describe('findProcedures', () => {
  it.each([['gia han', 1], ['GIA HẠN', 1], ['mẫu gia', 1], ['do luong', 1], ['extend', 1], ['doanh nghiep', 2], ['', 2], ['không có', 0]])('finds %s', (words, count) => {
    expect(find(words)).toHaveLength(count)
  })

  it('narrows by field and agency', () => {
    expect(find('', 'Hộ tịch')).toEqual(['Cấp thẻ kiểm định viên'])
    expect(find('gia', 'Hộ tịch')).toEqual([])
    expect(find('', '', 'Ủy ban')).toEqual(['Gia hạn phê duyệt mẫu'])
  })

  it('offers the values that occur, in the order of the language', () => {
    expect(valuesOf([...all, all[0]!], 'field', 'vi')).toEqual(['Đo lường', 'Hộ tịch'])
  })
})

describe('readBlocks', () => {
  it('reads steps, points and paragraphs', () => {
    expect(readBlocks('Mở đầu\n1. Một\nBước 2: Hai\n\n- a\n• b\n15 ngày sau')).toEqual([
      { kind: 'paragraph', lines: ['Mở đầu'] }, { kind: 'steps', lines: ['Một', 'Hai'] }, { kind: 'points', lines: ['a', 'b'] }, { kind: 'paragraph', lines: ['15 ngày sau'] },
    ])
  })
})
