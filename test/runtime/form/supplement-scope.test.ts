import { describe, expect, it } from 'vitest'
import { isAskedAgain } from '#runtime/form/supplement-scope.ts'

const request = (...fields: string[]) => ({ reason: 'Thiếu', fields, askedAt: '2026-11-21T00:00:00Z', returnTo: 'intake' })

describe('isAskedAgain', () => {
  it.each([
    ['/qd/so', ['/qd/so'], true], ['/qd/so', ['/qd'], true], ['/qd/so', ['/qd/soKhac'], false], ['/mau', ['/mau/0/kyHieu'], true],
    ['/mau', ['/mau/*/kyHieu'], true], ['/tep/qd', ['/tep/qd/0'], true], ['/coSo/ten', [], true],
  ])('says of %s when %o is asked: %s', (path, fields, asked) => {
    expect(isAskedAgain(request(...fields), path)).toBe(asked)
  })
})
