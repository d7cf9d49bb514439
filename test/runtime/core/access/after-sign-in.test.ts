import { describe, expect, it } from 'vitest'
import { afterSignIn, ownPath } from '#core/access/after-sign-in.ts'

describe('signing in', () => {
  it.each([['/thu-tuc/1?a=b#c'], ['/ho-so-cua-toi'], ['/nop/7/kiem-tra']])('leads back to where the person was going: %s', (next) => {
    expect(afterSignIn(next, 0)).toBe(next)
  })

  it.each(['//evil.example', '/\\evil.example', '/\t/evil.example', '/.//evil.example', '\\\\evil.example', '/\n//evil.example', 'https://evil.example/', 'javascript:alert(1)', '', 'thu-tuc'])('never leads out of this site: %j', (next) => {
    expect([ownPath(next), afterSignIn(next, 0)]).toEqual([undefined, '/'])
  })

  it('leads whoever began without an account to where it is taken over, not to a page that is still the guest\'s', () => {
    expect([undefined, '/', '/ho-so/7/da-nop', '/nop/7'].map((next) => afterSignIn(next, 1))).toEqual(['/ho-so', '/ho-so', '/ho-so', '/ho-so'])
    expect(['/thu-tuc/1', '/ho-so-cua-toi'].map((next) => afterSignIn(next, 1))).toEqual(['/thu-tuc/1', '/ho-so-cua-toi'])
  })
})
