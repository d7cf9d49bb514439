import { describe, expect, it } from 'vitest'
import { monthsOf, offeredMonths } from '../../../../runtime/desk/overview/period.ts'

describe('periods', () => {
  it('end with the present month and begin where their name says', () => {
    expect(monthsOf('last12', '2026-03')).toEqual({ from: '2025-04', to: '2026-03' })
    expect(monthsOf('quarter', '2026-11')).toEqual({ from: '2026-10', to: '2026-11' })
    expect(monthsOf('quarter', '2026-01')).toEqual({ from: '2026-01', to: '2026-01' })
    expect(monthsOf('year', '2026-11')).toEqual({ from: '2026-01', to: '2026-11' })
    expect(monthsOf('lastYear', '2026-01')).toEqual({ from: '2025-01', to: '2025-12' })
  })
  it('may be chosen of the last five years, the latest month first', () => {
    const months = offeredMonths('2026-02')
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-02', '2021-01', 62])
  })
})
