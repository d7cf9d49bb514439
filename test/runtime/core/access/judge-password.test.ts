import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePassword, leastPassword, mostPassword } from '#core/access/judge-password.ts'

const person = { name: 'Nguyễn Thị Hương Giang', email: 'huonggiang.nt@so.gov.vn' }
const codes = (password: string): string[] => judgePassword(password, person).map(({ code }) => code)

describe('a password of the office', () => {
  it.each(['cây bàng nở sớm quá', 'ngựa pin ghim đúng rồi', 'Trời-xanh-lắm-hôm-nay', 'k3Jw9qPzR7mXc2V', '雨が降る日は本を読むのが好きだよ'])('may be %j', (password) => {
    expect(codes(password)).toEqual([])
  })

  it.each<[string, string]>([
    ['Mk@2026!', 'password.short'], ['a'.repeat(leastPassword), 'password.plain'], ['123456789012345678', 'password.plain'], ['NguyenThiHuongGiang', 'password.plain'],
    ['huonggiang.nt@so.gov.vn', 'password.plain'], ['matkhau matkhau 123456', 'password.plain'], ['MotCua-Vietnam-2026', 'password.plain'], ['qwertyuiopasdfghjkl', 'password.plain'], ['abababababababababab', 'password.plain'],
  ])('is not %j: %s', (password, code) => {
    expect(codes(password)).toEqual([code])
  })

  it('is judged alike however its letters were typed, and by its length alone when that is wrong', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (password) => {
      expect(codes(password.normalize('NFD'))).toEqual(codes(password.normalize('NFC')))
      const length = [...password.normalize('NFKC')].length
      if (length < leastPassword) expect(codes(password)).toEqual(['password.short'])
      if (length > mostPassword) expect(codes(password)).toEqual(['password.long'])
    }))
  })
})
