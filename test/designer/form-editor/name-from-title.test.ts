import { describe, expect, it } from 'vitest'
import { follows, idFromTitle, nameFromTitle } from '../../../designer/form-editor/name-from-title.ts'

describe('nameFromTitle', () => {
  it.each([
    ['Họ và tên', 'hoVaTen'],
    ['ĐỊA CHỈ thường trú', 'diaChiThuongTru'],
    ['  Số điện thoại (nếu có) ', 'soDienThoaiNeuCo'],
    ['5 năm gần nhất', 'muc5NamGanNhat'],
    ['', 'cauHoi'],
    ['???', 'cauHoi'],
  ])('makes %s into %s', (title, name) => expect(nameFromTitle(title)).toBe(name))
  it('never takes a name twice, nor one that objects inherit', () => {
    expect(nameFromTitle('Tên', ['ten', 'ten2'])).toBe('ten3')
    expect(nameFromTitle('Name')).toBe('name2')
    expect(nameFromTitle('Constructor')).toBe('constructor2')
  })
  it('cuts long titles between words, and a long word anywhere', () => {
    expect(nameFromTitle('Tên, địa chỉ và số điện thoại của cơ quan cấp giấy phép')).toBe('tenDiaChiVaSoDienThoaiCuaCoQuanCapGiay')
    expect(nameFromTitle('a'.repeat(200))).toMatch(/^a{40}$/)
  })
})

it('idFromTitle keeps words apart', () => expect(idFromTitle('Tiếp nhận hồ sơ', ['tiep-nhan-ho-so'], 'buoc')).toBe('tiep-nhan-ho-so2'))

it('follows says whether a name came from its title', () => {
  const make = (title: string): string => nameFromTitle(title)
  expect(follows('hoTen', 'Họ tên', make)).toBe(true)
  expect(follows('hoTen2', 'Họ tên', make)).toBe(true)
  expect(follows('fullName', 'Họ tên', make)).toBe(false)
})
