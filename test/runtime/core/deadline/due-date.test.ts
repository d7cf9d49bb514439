import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, addWorkingHours, dueAt, isLate, remainingTime, resumeDueAt } from '#core/deadline/due-date.ts'
import { addDays, isWorkingDay, toLocal } from '#core/deadline/working-calendar.ts'
import type { Duration } from '#schemas/generated/types.ts'
import { calendar2026 as calendar } from '../../../fixtures/calendar.ts'

/** Vietnam's time, as people say it. */
const at = (local: string): string => new Date(`${local}:00+07:00`).toISOString()
const days = (amount: number): Duration => ({ amount, unit: 'workingDay' })
const hours = (amount: number): Duration => ({ amount, unit: 'workingHour' })
const anyInstant = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minutes) => new Date(Date.UTC(2025, 0, 1) + minutes * 60_000).toISOString())

describe('dueAt', () => {
  it.each<[string, string, Duration, string]>([
    // Case 3 of procedure 01: filed on a Friday afternoon, Monday is a substitute day, 30/4 and 1/5 rest.
    ['ends whole working days with the office hours of the last', '2026-04-24T16:40', days(15), '2026-05-20T17:00'],
    ['does not care about the hour of receipt', '2026-04-24T07:31', days(15), '2026-05-20T17:00'],
    ['counts from the first working day after a filing at night', '2026-04-25T23:59', days(1), '2026-04-28T17:00'],
    ['is today for no days at all', '2026-11-19T09:00', days(0), '2026-11-19T17:00'],
    ['is the next working day for no days at all once the office has closed', '2026-11-23T17:00', days(0), '2026-11-25T17:00'],
    ['counts half a day as four working hours, through lunch', '2026-11-19T09:00', days(0.5), '2026-11-19T14:30'],
    ['begins with the opening when received before it', '2026-11-19T05:00', days(0.5), '2026-11-19T11:30'],
    ['begins in the afternoon when received at lunch', '2026-11-19T12:10', days(0.5), '2026-11-19T17:00'],
    ['goes into the next day', '2026-11-19T15:00', days(0.5), '2026-11-20T09:30'],
    ['counts two and a half days as twenty hours', '2026-11-19T09:00', days(2.5), '2026-11-23T14:30'],
    ['begins on the next working day when received after hours', '2026-11-19T18:00', hours(2), '2026-11-20T09:30'],
    ['answers within eight working hours over weekend and holiday', '2026-11-20T16:00', hours(8), '2026-11-23T16:00'],
    ['does not work on 24 November', '2026-11-23T16:00', hours(2), '2026-11-25T08:30'],
    ['works on the Saturday that was swapped', '2026-08-21T16:00', hours(2), '2026-08-22T08:30'],
    ['lets calendar days end on a working day', '2026-04-23T09:00', { amount: 2, unit: 'day' }, '2026-04-28T17:00'],
    ['counts calendar days through rest days', '2026-04-20T09:00', { amount: 15, unit: 'day' }, '2026-05-05T17:00'],
    ['keeps the day of the month, or its last day and then a working one', '2026-01-31T09:00', { amount: 1, unit: 'month' }, '2026-03-02T17:00'],
    ['closes after three months without a supplement', '2026-08-24T09:00', { amount: 3, unit: 'month' }, '2026-11-25T17:00'],
    ['takes half a month for fifteen days', '2026-11-02T09:00', { amount: 0.5, unit: 'month' }, '2026-11-17T17:00'],
  ])('%s', (_claim, start, duration, expected) => {
    expect(dueAt(at(start), duration, calendar)).toBe(at(expected))
  })

  it('never lies before the start or outside working days, and never comes earlier for more time', () => {
    const unit = fc.constantFrom<Duration['unit']>('workingDay', 'day', 'workingHour', 'month')
    fc.assert(fc.property(anyInstant, fc.nat(20), unit, (start, amount, each) => {
      const due = dueAt(start, { amount, unit: each }, calendar)
      expect(due >= start).toBe(true)
      expect(isWorkingDay(toLocal(due, calendar).date, calendar)).toBe(true)
      expect(dueAt(start, { amount: amount + 1, unit: each }, calendar) >= due).toBe(true)
    }))
  })
})

describe('remainingTime', () => {
  it('counts working hours, negative when late', () => {
    expect(remainingTime(at('2026-11-19T09:00'), at('2026-11-20T17:00'), calendar)).toBe(14.5)
    expect(remainingTime(at('2026-11-20T17:00'), at('2026-11-19T09:00'), calendar)).toBe(-14.5)
    expect(remainingTime(at('2026-11-20T18:00'), at('2026-11-22T09:00'), calendar)).toBe(0)
  })

  it('does not care how an instant is written', () => {
    expect(remainingTime('2026-11-20T10:00:00.000Z', '2026-11-20T17:00:00+07:00', calendar)).toBe(0)
    expect(remainingTime('2026-11-20T10:00:00Z', '2026-11-20T16:00:00+07:00', calendar)).toBe(-1)
  })

  it('counts back the hours that were added', () => {
    fc.assert(fc.property(anyInstant, fc.integer({ min: 1, max: 200 }), (start, halves) => {
      expect(remainingTime(start, addWorkingHours(start, halves / 2, calendar), calendar)).toBeCloseTo(halves / 2, 6)
    }))
  })
})

describe('resumeDueAt', () => {
  const clock = { limit: days(10), pausedAt: at('2026-11-10T09:00'), dueAt: at('2026-11-17T17:00'), resumedAt: at('2026-11-30T09:00') }
  it('starts from zero once the dossier is complete, as the law says', () => {
    expect(resumeDueAt('restart', clock, calendar)).toBe(at('2026-12-14T17:00'))
  })
  it.each<[string, Partial<typeof clock>, string]>([
    ['working days', {}, '2026-12-07T17:00'],
    ['working hours, to the minute', { limit: hours(8), pausedAt: at('2026-11-10T09:00'), dueAt: at('2026-11-10T15:00') }, '2026-11-30T15:00'],
    ['half days', { limit: days(0.5), pausedAt: at('2026-11-10T09:00'), dueAt: at('2026-11-10T11:30') }, '2026-11-30T11:30'],
    ['calendar days', { limit: { amount: 30, unit: 'day' }, dueAt: at('2026-11-20T17:00') }, '2026-12-10T17:00'],
    ['the days of a month', { limit: { amount: 1, unit: 'month' }, dueAt: at('2026-11-25T17:00') }, '2026-12-15T17:00'],
  ])('goes on with what was left of %s where a sector law says so', (_unit, change, expected) => {
    expect(resumeDueAt('rest', { ...clock, ...change }, calendar)).toBe(at(expected))
  })
  it('gives a dossier that was late already the day of its return', () => {
    expect(resumeDueAt('rest', { ...clock, dueAt: at('2026-11-06T17:00') }, calendar)).toBe(at('2026-11-30T17:00'))
  })
})

describe('isLate', () => {
  it('compares instants, however they are written; what has no due date is never late', () => {
    expect(isLate('2026-11-20T17:00:00+07:00', '2026-11-20T10:00:01Z')).toBe(true)
    expect(isLate('2026-11-20T17:00:00+07:00', '2026-11-20T10:00:00Z')).toBe(false)
    expect(isLate(undefined, '2026-11-20T10:00:00Z')).toBe(false)
  })
})

describe('addMonths', () => {
  it.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-12-20', -1, '2026-11-20'], ['2020-02-29', 120, '2030-02-28'], ['2026-03-31', -1, '2026-02-28'], ['2026-01-15', -13, '2024-12-15']])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('lands in the month that was meant, on the same day or the last', () => {
    fc.assert(fc.property(fc.nat(1094), fc.integer({ min: -240, max: 240 }), (offset, months) => {
      const from = addDays('2025-01-01', offset)
      const to = addMonths(from, months)
      const index = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
      expect(index(to) - index(from)).toBe(months)
      expect(to.slice(8) === from.slice(8) || addDays(to, 1).endsWith('-01')).toBe(true)
    }))
  })
})
