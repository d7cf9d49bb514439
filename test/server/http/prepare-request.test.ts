import { describe, expect, it } from 'vitest'
import { chooseLocale } from '../../../server/http/prepare-request.ts'

describe('chooseLocale', () => {
  it.each([
    [undefined, 'vi'], ['', 'vi'], ['en', 'en'], ['en-US,en;q=0.5', 'en'], ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'], ['fr,en;q=0.3,vi;q=0.7', 'vi'], ['en;q=0,vi', 'vi'], ['de', 'vi'], ['*', 'vi'],
    ['EN', 'en'], [';;;,,,q=', 'vi'], ['en;q=0.0', 'vi'],
  ] as const)('reads %j as %s', (accepted, expected) => {
    expect(chooseLocale(accepted)).toBe(expected)
  })
})
