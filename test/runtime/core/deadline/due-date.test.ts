import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dueAt, remainingTime, resumeDueAt } from '#core/deadline/due-date.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#core/deadline/working-calendar.ts'
import type { Duration } from '#schemas/generated/types.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

/** Vietnam's time, as people say it. */
const at = (local: string): string => new Date(`${local}:00+07:00`).toISOString()
const days = (amount: number): Duration => ({ amount, unit: 'workingDay' })

describe('addWorkingDays', () => {
  // domain.md §3.2
  it.each([
    ['2026-04-24', 15, '2026-05-20'], ['2026-01-27', 10, '2026-02-10'], ['2026-02-12', 5, '2026-02-26'],
    ['2026-08-20', 3, '2026-08-24'], ['2026-08-28', 2, '2026-09-04'], ['2026-11-23', 1, '2026-11-25'],
  ])('from %s, %i working days lead to %s', (from, amount, to) => {
    expect(addWorkingDays(from, amount, calendar)).toBe(to)
    expect(workingDaysBetween(from, to, calendar)).toBe(amount)
  })

  it('always ends on a working day, later with every day added', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 60 }), (offset, amount) => {
      const from = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
      const to = addWorkingDays(from, amount, calendar)
      expect(isWorkingDay(to, calendar)).toBe(true)
      expect(addWorkingDays(from, amount + 1, calendar) > to).toBe(true)
      expect(workingDaysBetween(from, to, calendar)).toBe(amount)
    }))
  })
})

describe('dueAt', () => {
  it.each<[string, string, Duration, string]>([
    ['ends whole working days with the office hours of the last', '2026-04-24T16:40', days(15), '2026-05-20T17:00'],
    ['does not care about the hour of receipt', '2026-04-24T07:31', days(15), '2026-05-20T17:00'],
    ['counts half a day as four working hours, through lunch', '2026-11-19T09:00', days(0.5), '2026-11-19T14:30'],
    ['begins with the opening when received before it', '2026-11-19T05:00', days(0.5), '2026-11-19T11:30'],
    ['begins on the next working day when received after hours', '2026-11-19T18:00', { amount: 2, unit: 'workingHour' }, '2026-11-20T09:30'],
    ['passes over weekend and holiday', '2026-11-20T16:00', { amount: 8, unit: 'workingHour' }, '2026-11-23T16:00'],
    ['lets calendar days end on a working day', '2026-04-23T09:00', { amount: 2, unit: 'day' }, '2026-04-28T17:00'],
    ['keeps the day of the month, or its last day', '2026-01-31T09:00', { amount: 1, unit: 'month' }, '2026-03-02T17:00'],
  ])('%s', (_claim, start, duration, expected) => {
    expect(dueAt(at(start), duration, calendar)).toBe(at(expected))
  })
})

describe('resumeDueAt', () => {
  const clock = { limit: days(10), pausedAt: at('2026-11-10T09:00'), dueAt: at('2026-11-17T17:00'), resumedAt: at('2026-11-30T09:00') }
  it('starts from zero once the dossier is complete, as the law says', () => {
    expect(resumeDueAt('restart', clock, calendar)).toBe(at('2026-12-14T17:00'))
  })
  it('goes on with the days that were left where a sector law says so', () => {
    expect(resumeDueAt('rest', clock, calendar)).toBe(at('2026-12-07T17:00'))
  })
})

describe('remainingTime', () => {
  it('counts working hours, negative when late', () => {
    expect(remainingTime(at('2026-11-19T09:00'), at('2026-11-20T17:00'), calendar)).toBe(14.5)
    expect(remainingTime(at('2026-11-20T17:00'), at('2026-11-19T09:00'), calendar)).toBe(-14.5)
  })
})

describe('addMonths', () => {
  it.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-12-20', -1, '2026-11-20'], ['2020-02-29', 120, '2030-02-28']])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })
})
