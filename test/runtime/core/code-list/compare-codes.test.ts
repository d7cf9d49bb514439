import { describe, expect, it } from 'vitest'
import { compareCodes, lostZeros } from '#core/code-list/compare-codes.ts'
import { versionOn } from '#core/code-list/in-force.ts'

describe('compareCodes', () => {
  it('tells what comes, changes and ends from that day on', () => {
    const before = [{ const: '1', title: 'A' }, { const: '2', title: 'B' }, { const: '3', title: 'C' }, { const: '4', title: 'D', validTo: '2020-01-01' }]
    const after = [{ const: '1', title: 'A' }, { const: '2', title: 'B mới' }, { const: '5', title: 'E' }, { const: '3', title: 'C', validTo: '2025-12-31' }]

    expect(compareCodes(before, after, '2026-01-01')).toEqual({ added: [{ const: '5', title: 'E' }], changed: [{ const: '2', title: 'B mới', before: 'B' }], ended: [{ const: '3', title: 'C' }], same: 1 })
  })

  it('suspects numbers whose leading zeros are gone', () => {
    expect(lostZeros([{ const: '01', title: 'Hà Nội' }, { const: '10', title: 'x' }], [{ const: '1', title: 'Hà Nội' }, { const: '10', title: 'x' }])).toEqual(['1'])
  })
})

describe('versionOn', () => {
  const versions = [{ number: 1, validFrom: '2020-01-01' }, { number: 2, validFrom: '2026-07-01' }, { number: 3, validFrom: '2026-07-01', validTo: '2027-12-31' }]

  it.each([['2019-12-31', undefined], ['2020-01-01', 1], ['2026-06-30', 1], ['2026-07-01', 3], ['2027-12-31', 3], ['2028-01-01', undefined]])('is on %s version %s', (on, number) => {
    expect(versionOn(versions, on)?.number).toBe(number)
  })
})
