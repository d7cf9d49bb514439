import { describe, expect, it } from 'vitest'
import { inPlaceOf, readOptions } from '../../../../designer/form-editor/settings/read-options.ts'

describe('readOptions', () => {
  it('takes one title a line, commas and all', () => {
    expect(readOptions('Cấp mới, cấp đổi\n\n  Cấp lại \nCấp lại', [{ const: 'x', title: 'Khác' }])).toEqual({ options: [{ title: 'Cấp mới, cấp đổi' }, { title: 'Cấp lại' }], repeated: ['Cấp lại'], wrong: [], surplus: 0 })
  })

  it('takes a code and a title from a spreadsheet, and names what is there already', () => {
    expect(readOptions('01\tHà Nội\tHanoi\n79\tTP. Hồ Chí Minh\n01\tTrùng\n48\t', [{ const: '79', title: 'Sài Gòn' }])).toEqual({
      options: [{ const: '01', title: 'Hà Nội', 'x-i18n': { en: { title: 'Hanoi' } } }], repeated: ['79 TP. Hồ Chí Minh', '01 Trùng'], wrong: ['48'], surplus: 0,
    })
  })

  it('takes a table with headings', () => {
    expect(readOptions('tên;mã;thuộc\nBa Đình;00001;01', []).options).toEqual([{ const: '00001', title: 'Ba Đình', parent: '01' }])
  })

  it('takes whole numbers as codes where answers are whole numbers', () => {
    expect(readOptions('1\tMột\nhai\tHai', [], 'integer')).toMatchObject({ options: [{ const: 1, title: 'Một' }], wrong: ['hai'] })
  })

  it('stops at as many options as a question may have, quickly', () => {
    const started = performance.now()
    const read = readOptions(Array.from({ length: 5003 }, (_each, i) => `Công ty trách nhiệm hữu hạn một thành viên số ${i}`).join('\n'), [])
    expect([read.options.length, read.surplus]).toEqual([5000, 3])
    expect(inPlaceOf([], read.options)).toHaveLength(5000)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})

describe('inPlaceOf', () => {
  it('keeps the value of an option whose title stays', () => {
    expect(inPlaceOf([{ const: 'cu', title: 'Cũ', description: 'd' }], [{ title: 'Cũ' }, { title: 'Mới' }])).toEqual([{ const: 'cu', title: 'Cũ', description: 'd' }, { const: 'moi', title: 'Mới' }])
  })
})
