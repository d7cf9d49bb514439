import { describe, expect, it } from 'vitest'
import { cataloguePatterns } from '#core/form/field-catalogue.ts'
import { compileLinear } from '../../../server/validators/linear-pattern.ts'

const texts = ['', 'a', 'A', '0', ' ', '\t', '\n', '\r', '\u00a0', '\u2028', '\u3000', '\ufeff', 'ấ', 'a\u0301', '😀', '_', '-', '.', 'ab', 'a b', 'Nguyễn Văn A', '0912345678', 'a\nb', 'x'.repeat(50)]
const patterns = ['^.$', '^\\s+$', '^\\S+$', '[\\s-]', '^[^\\s]+$', '\\w', '^\\W$', '^\\d{10}$', '^\\p{L}+$', '^[\\p{L}\\p{M} ]+$', '\\bV', '^\\p{Script=Latin}+$', '^\\u{1F600}$', '^[.]$', '^[^.]*$', '\\.', '^$', '(?:a|b)*$', '(?<chu>a)']

describe('compileLinear', () => {
  it('reads a pattern as ECMAScript does', () => {
    for (const pattern of patterns) {
      const ours = compileLinear(pattern)
      const theirs = new RegExp(pattern, 'u')
      for (const text of texts) expect([pattern, text, ours.test(text)]).toEqual([pattern, text, theirs.test(text)])
    }
  })

  it('takes no longer for a hostile answer', () => {
    const hostile = compileLinear('^(a+)+$')
    // An engine that backtracks would not come back: the test then runs out of its time.
    expect(hostile.test('a'.repeat(5000) + '!')).toBe(false)
  })

  it('could run every pattern of the catalogue', () => {
    for (const pattern of cataloguePatterns) expect(() => compileLinear(pattern)).not.toThrow()
  })
})
