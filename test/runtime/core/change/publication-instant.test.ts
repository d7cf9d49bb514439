import { describe, expect, it } from 'vitest'
import { publicationInstant } from '#core/change/publication-instant.ts'

describe('publicationInstant', () => {
  it('lets a day begin at midnight in Vietnam', () => {
    expect(publicationInstant('2027-01-01')).toBe('2026-12-31T17:00:00.000Z')
    expect(publicationInstant('2028-02-29')).toBe('2028-02-28T17:00:00.000Z')
  })
  it('takes an instant of any zone as the same in UTC', () => {
    expect(publicationInstant('2027-01-01T07:30+07:00')).toBe('2027-01-01T00:30:00.000Z')
    expect(publicationInstant('2027-01-01T00:30:00Z')).toBe('2027-01-01T00:30:00.000Z')
  })
  it.each(['', '2027', '2027-02-29', '2027-13-01', '2027-01-01T25:00:00Z', '2027-01-01 07:30', 'mai', '2027-01-01T07:30:00'])('finds none in “%s”', (text) => {
    expect(publicationInstant(text)).toBeUndefined()
  })
})
