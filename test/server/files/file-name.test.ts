import { describe, expect, it } from 'vitest'
import { toDisposition, toFileName } from '../../../server/files/file-name.ts'

describe('toFileName', () => {
  it.each([
    ['Quyết định.pdf', 'pdf', 'Quyết định.pdf'],
    ['Quyết định.pdf'.normalize('NFD'), 'pdf', 'Quyết định.pdf'],
    ['ảnh.JPEG', 'jpg', 'ảnh.JPEG'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\An\\don.docx', 'docx', 'don.docx'],
    ['virus.exe', 'pdf', 'virus.exe.pdf'],
    ['..', 'png', 'tep.png'],
    ['', 'png', 'tep.png'],
    ['a\u202egpj.exe', 'jpg', 'agpj.exe.jpg'],
    ['a\u0000b\nc.pdf', 'pdf', 'abc.pdf'],
    ['<script>.pdf', 'pdf', 'script.pdf'],
    ['CON', 'pdf', '_CON.pdf'],
    ['nul.pdf', 'pdf', '_nul.pdf'],
    ['com1.tar.pdf', 'pdf', '_com1.tar.pdf'],
    ['console.pdf', 'pdf', 'console.pdf'],
    ['giấy tờ 🏠.png', 'png', 'giấy tờ 🏠.png'],
    ['a.pdf . ', 'pdf', 'a.pdf'],
    [`${'đ'.repeat(300)}.jpeg`, 'jpg', `${'đ'.repeat(195)}.jpeg`],
  ] as const)('makes of %j a name for a %s', (name, kind, expected) => {
    expect(toFileName(encodeURIComponent(name), kind)).toBe(expected)
  })

  it('does not stumble over a header that cannot be decoded, is missing or far too long', () => {
    expect(toFileName('%E0%A4%A', 'pdf')).toBe('tep.pdf')
    expect(toFileName(undefined, 'pdf')).toBe('tep.pdf')
    expect([...toFileName('x'.repeat(5000), 'pdf')].length).toBeLessThan(210)
  })
})

describe('toDisposition', () => {
  it('always saves, and quotes every letter that could end the name', () => {
    expect(toDisposition(`Đơn (1)'s.pdf`)).toBe(`attachment; filename="Don (1)'s.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%281%29%27s.pdf`)
    expect(toDisposition('a"\\;.pdf', 'inline')).toBe(`inline; filename="a___.pdf"; filename*=UTF-8''a%22%5C%3B.pdf`)
  })
})
