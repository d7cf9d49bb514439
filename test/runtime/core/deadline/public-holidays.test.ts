import { describe, expect, it } from 'vitest'
import { lunarDay } from '#core/deadline/lunar-day.ts'
import { publicHolidays } from '#core/deadline/public-holidays.ts'
import { weekdayOf } from '#core/deadline/working-calendar.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'

const announced = (year: number): string[] => Object.keys(calendar2026.days).filter((day) => day.startsWith(String(year)) && calendar2026.days[day] === 'off')

describe('lunarDay', () => {
  // Years in which the calendar of Vietnam differs from that of China (1985, 2007, 2030) or has a leap month are among them.
  it.each([
    [1985, '1985-01-21'], [2007, '2007-02-17'], [2020, '2020-01-25'], [2023, '2023-01-22'], [2024, '2024-02-10'], [2025, '2025-01-29'], [2026, '2026-02-17'], [2027, '2027-02-06'], [2028, '2028-01-26'], [2030, '2030-02-02'], [2034, '2034-02-19'],
  ])('knows the first day of the lunar year %i', (year, date) => {
    expect(lunarDay(year, 1, 1)).toBe(date)
  })
  it.each([[2023, '2023-04-29'], [2024, '2024-04-18'], [2025, '2025-04-07'], [2026, '2026-04-26'], [2027, '2027-04-16']])('knows the day of the Hùng Kings in %i', (year, date) => {
    expect(lunarDay(year, 3, 10)).toBe(date)
  })
})

describe('the days off that the law gives', () => {
  it('are those that are known for 2027, and those of 2026 but for the swaps', () => {
    expect(publicHolidays(2027, [0, 6]).map(({ date }) => date)).toEqual(announced(2027))
    expect(publicHolidays(2026, [0, 6]).map(({ date }) => date)).toEqual(announced(2026).filter((day) => !['2026-01-02', '2026-08-31'].includes(day)))
  })
  it('rest on days that would be worked, each once, twelve a year', () => {
    for (let year = 2026; year <= 2099; year++) {
      const dates = publicHolidays(year, [0, 6]).map(({ date }) => date)
      expect([year, new Set(dates).size]).toEqual([year, 12])
      expect(dates.every((date) => ![0, 6].includes(weekdayOf(date)))).toBe(true)
    }
  })
  it('move by the weekly rest of the office', () => {
    expect(publicHolidays(2026, [0]).map(({ date }) => date)).toContain('2026-04-27')
    expect(publicHolidays(2027, [0]).map(({ date }) => date)).toContain('2027-05-01')
  })
})
