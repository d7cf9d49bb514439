// A mended slip is told from another question under the same name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, isWordingFix, meaningKey } from '#core/change/meaning.ts'

describe('isWordingFix', () => {
  it.each([
    ['Họ va tên', 'Họ và tên'], ['Địa chỉ', 'Địa chỉ:'], ['Vui lòng ghi họ tên', 'Ghi họ tên'], ['Giấy phép kinh doanhh', 'Giấy phép kinh doanh'],
    ['Số tiền (1.000.000 đồng)', 'Số tiền (1 000 000 đồng)'], ['HỌ VÀ TÊN', 'Họ và tên'], ['Telephone numbr', 'Telephone number'],
  ])('takes “%s” and “%s” for the same question', (before, after) => {
    expect(isWordingFix(before, after)).toBe(true)
  })
  it.each([
    ['Không thuộc đối tượng', 'Thuộc đối tượng'], ['Khối lượng (kg)', 'Khối lượng (g)'], ['Trong 10 ngày', 'Trong 15 ngày'], ['Ngày cấp', 'Ngày hết hạn'], ['Bên bán', 'Bên bàn'], ['Tên cha', 'Tên mẹ'],
    ['Chiều dài', 'Chiều rộng'], ['Thu nhập 1,5 triệu', 'Thu nhập 15 triệu'], ['Lãi suất 5', 'Lãi suất 5 %'], ['Từ tháng', 'Từ năm'], ['Số điện thoại', ''],
  ])('asks whether “%s” and “%s” are the same', (before, after) => {
    expect(isWordingFix(before, after)).toBe(false)
  })
  it('gives the same word whichever is the older', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => isWordingFix(a, b) === isWordingFix(b, a) && isWordingFix(a, a)))
  })
})

describe('editDistance', () => {
  it('is a distance: nothing from a text to itself, the same both ways, no detour is shorter', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => editDistance(a, a) === 0 && editDistance(a, b) === editDistance(b, a) && editDistance(a, c) <= editDistance(a, b) + editDistance(b, c)))
  })
})

describe('meaningKey', () => {
  it('tells texts apart by question, option and step', () => {
    expect([meaningKey('/a', 'title'), meaningKey('/a', 'unit'), meaningKey('/a', { option: 'x' }), meaningKey('/a', 'title', 'review')]).toEqual(['/a:title', '/a:unit', '/a:option:x', 'review:/a:title'])
  })
})
