import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingHours, dueAt, remainingTime } from '#core/deadline/due-date.ts'
import { addDays, addWorkingDays, hoursOn, isWorkingDay, nextWorkingDay, openingsOn, toInstant, toLocal, toWorkingCalendar, workingDaysBetween, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

const anyDay = fc.integer({ min: 0, max: 1094 }).map((days) => addDays('2025-01-01', days))
const weekdays = (year: number): string[] =>
  Object.keys(calendar.days).filter((day) => day.startsWith(String(year)) && calendar.days[day] === 'off')

describe('the calendar of Vietnam', () => {
  // domain.md §3.2, row by row; the first year knows no 24/11.
  it.each([
    [2025, ['01-01', '01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02', '09-01', '09-02']],
    [2026, ['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01', '08-31', '09-01', '09-02', '11-24']],
    [2027, ['01-01', '02-05', '02-08', '02-09', '02-10', '02-11', '04-16', '04-30', '05-03', '09-01', '09-02', '11-24']],
  ])('rests in %i on the days of the law, their substitutes and swaps', (year, days) => {
    expect(weekdays(year)).toEqual(days.map((day) => `${year}-${day}`))
  })

  it('works on the Saturdays that were swapped, and says every day once', () => {
    const working = Object.keys(calendar.days).filter((day) => calendar.days[day] === 'work')
    expect(working).toEqual(['2025-04-26', '2026-01-10', '2026-08-22'])
    for (const day of working) expect(new Date(day).getUTCDay()).toBe(6)
  })

  it('spends its days off on weekdays: a day that rests anyway needs no entry', () => {
    for (const [day, kind] of Object.entries(calendar.days)) expect([day, [0, 6].includes(new Date(day).getUTCDay())]).toEqual([day, kind === 'work'])
  })
})

describe('addWorkingDays', () => {
  // domain.md §3.2, computed there.
  it.each([
    ['2026-04-24', 15, '2026-05-20'], ['2026-01-27', 10, '2026-02-10'], ['2026-02-12', 5, '2026-02-26'],
    ['2026-08-20', 3, '2026-08-24'], ['2026-08-28', 2, '2026-09-04'], ['2026-11-23', 1, '2026-11-25'],
  ])('from %s, %i working days lead to %s', (from, amount, to) => {
    expect(addWorkingDays(from, amount, calendar)).toBe(to)
    expect(workingDaysBetween(from, to, calendar)).toBe(amount)
    expect(workingDaysBetween(to, from, calendar)).toBe(-amount)
  })

  it('ends on a working day, and workingDaysBetween counts back what was added', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, amount) => {
      const to = addWorkingDays(from, amount, calendar)
      expect(isWorkingDay(to, calendar)).toBe(true)
      expect(workingDaysBetween(from, to, calendar)).toBe(amount)
    }))
  })

  it('takes two stretches as one', () => {
    fc.assert(fc.property(anyDay, fc.nat(30), fc.nat(30), (from, a, b) => {
      expect(addWorkingDays(addWorkingDays(from, a, calendar), b, calendar)).toBe(addWorkingDays(from, a + b, calendar))
    }))
  })
})

describe('nextWorkingDay', () => {
  it('is the day itself, or the first working day after it', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const next = nextWorkingDay(day, calendar)
      expect(isWorkingDay(next, calendar)).toBe(true)
      expect(next === day).toBe(isWorkingDay(day, calendar))
      expect(next >= day && workingDaysBetween(day, next, calendar) <= 1).toBe(true)
    }))
  })
})

describe('toLocal', () => {
  it('is the inverse of toInstant on any machine', () => {
    fc.assert(fc.property(anyDay, fc.nat(24 * 60 - 1), (date, minutes) => {
      expect(toLocal(toInstant(date, minutes, calendar), calendar)).toEqual({ date, minutes })
    }))
    expect(toLocal('2026-11-20T17:30:00Z', calendar)).toEqual({ date: '2026-11-21', minutes: 30 })
  })
})

describe('opening hours', () => {
  const morning = [{ from: '07:30', to: '11:30' }]
  // Open on Saturday mornings; the last Thursday of November is a half day.
  const office = { ...calendar, weekend: [0], weekdayHours: { 6: morning }, dayHours: { '2026-11-26': morning }, days: { ...calendar.days, '2026-11-26': 'work' as const } }

  it('are those of the day, of the weekday, or the usual ones; none on a day of rest', () => {
    expect(hoursOn('2026-11-26', office)).toEqual(morning)
    expect(hoursOn('2026-11-28', office)).toEqual(morning)
    expect(hoursOn('2026-11-27', office)).toEqual(calendar.hours)
    expect(hoursOn('2026-11-29', office)).toEqual([])
    expect(openingsOn('2026-11-24', office)).toEqual([])
  })
  it('are the usual ones on a Saturday that is worked for another day', () => {
    expect(hoursOn('2026-08-22', calendar)).toEqual(calendar.hours)
  })
  it('run out on a half day: hours go on the next morning, a day ends at noon', () => {
    expect(addWorkingHours('2026-11-26T03:30:00.000Z', 2, office)).toBe('2026-11-27T01:30:00.000Z')
    expect(dueAt('2026-11-25T03:00:00.000Z', { amount: 1, unit: 'workingDay' }, office)).toBe('2026-11-26T04:30:00.000Z')
    expect(remainingTime('2026-11-26T00:00:00.000Z', '2026-11-27T02:30:00.000Z', office)).toBe(6)
  })
  it('count no days: a half day is a whole working day, whichever day it is, and the same date is due', () => {
    const whole = { ...office, weekdayHours: {}, dayHours: {} }
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, amount) => {
      expect(addWorkingDays(from, amount, office)).toBe(addWorkingDays(from, amount, whole))
      const due = (of: WorkingCalendar): string => dueAt(toInstant(from, 600, of), { amount, unit: 'workingDay' }, of)
      expect(toLocal(due(office), office).date).toBe(toLocal(due(whole), whole).date)
      expect(Date.parse(due(office))).toBeLessThanOrEqual(Date.parse(due(whole)))
    }))
    // Hours are another matter: eight of them are two half days.
    expect(addWorkingHours('2026-11-26T00:30:00.000Z', 8, { ...office, dayHours: { '2026-11-26': morning, '2026-11-27': morning } })).toBe('2026-11-27T04:30:00.000Z')
  })
  it('come back out of remainingTime as they were added', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 80 }), (from, hours) => {
      const start = toInstant(from, 600, office)
      expect(remainingTime(start, addWorkingHours(start, hours, office), office)).toBeCloseTo(hours, 6)
    }))
  })
})

describe('toWorkingCalendar', () => {
  const document = { utcOffsetMinutes: 420, hours: [{ from: '07:30', to: '11:30' }], weekend: [0, 6], days: [{ date: '2026-11-24', kind: 'off' as const, reason: 'Ngày Văn hóa Việt Nam', source: 'NQ 28/2026/QH16' }] }
  it('keeps what counting needs', () => {
    expect(toWorkingCalendar(document).days).toEqual({ '2026-11-24': 'off' })
  })
  it('keeps the hours of half days and of weekdays', () => {
    const hours = [{ from: '08:00', to: '11:00' }]
    expect(toWorkingCalendar({ ...document, weekdayHours: { 6: hours }, days: [{ date: '2026-12-24', kind: 'work', hours, reason: 'Nửa ngày' }] })).toMatchObject({ days: { '2026-12-24': 'work' }, dayHours: { '2026-12-24': hours }, weekdayHours: { 6: hours } })
  })
  it('refuses a calendar over which nothing would ever be due', () => {
    expect(() => toWorkingCalendar({ ...document, hours: [] })).toThrow()
    expect(() => toWorkingCalendar({ ...document, weekend: [0, 1, 2, 3, 4, 5, 6] })).toThrow()
  })
})
