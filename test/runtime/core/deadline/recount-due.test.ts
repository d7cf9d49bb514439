import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt } from '#core/deadline/due-date.ts'
import { recountDue, shiftOf } from '#core/deadline/recount-due.ts'
import { addDays, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { calendar2026 } from '../../../fixtures/calendar.ts'

const now = '2026-11-20T02:00:00.000Z'
const withDay = (date: string, kind: 'off' | 'work'): WorkingCalendar => ({ ...calendar2026, days: { ...calendar2026.days, [date]: kind } })
const promise = (amount: number, unit: 'workingDay' | 'workingHour' | 'day') => ({ now, unit, dueAt: dueAt(now, { amount, unit }, calendar2026) })

describe('recountDue', () => {
  it('leaves a promise alone by the calendar that it was counted by', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('workingDay' as const, 'workingHour' as const, 'day' as const), (amount, unit) => {
      expect(recountDue(promise(amount, unit), calendar2026, calendar2026)).toBe(promise(amount, unit).dueAt)
      expect(shiftOf(promise(amount, unit), calendar2026, calendar2026)).toBe(0)
    }))
  })
  it('comes out as counting from today by the other calendar', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom('off' as const, 'work' as const), (amount, days, kind) => {
      const next = withDay(addDays('2026-11-20', days), kind)
      expect(recountDue(promise(amount, 'workingDay'), calendar2026, next)).toBe(dueAt(now, { amount, unit: 'workingDay' }, next))
      expect(recountDue(promise(amount, 'workingHour'), calendar2026, next)).toBe(dueAt(now, { amount, unit: 'workingHour' }, next))
    }))
  })
  it('says which way a date would move, and not for what is past', () => {
    expect(shiftOf(promise(5, 'workingDay'), calendar2026, withDay('2026-11-25', 'off'))).toBe(1)
    expect(shiftOf(promise(5, 'workingDay'), calendar2026, withDay('2026-11-21', 'work'))).toBe(-1)
    expect(shiftOf(promise(5, 'workingDay'), calendar2026, withDay('2026-12-25', 'off'))).toBe(0)
    expect(shiftOf({ ...promise(5, 'workingDay'), now: '2027-06-01T00:00:00.000Z' }, calendar2026, withDay('2026-11-25', 'off'))).toBe(0)
  })
  it('moves a calendar period only where its last day is touched', () => {
    expect(shiftOf(promise(10, 'day'), calendar2026, withDay('2026-11-25', 'off'))).toBe(0)
    expect(shiftOf(promise(10, 'day'), calendar2026, withDay('2026-11-30', 'off'))).toBe(1)
  })
})
