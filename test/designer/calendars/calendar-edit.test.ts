import { describe, expect, it } from 'vitest'
import type { OfficeCalendar } from '#schemas/generated/types.ts'
import vietnam from '#schemas/examples/calendars/vn.json' with { type: 'json' }
import { changedDays, hoursOfDay, isChanged, lookOf, readHours, rebase, removeDay, setDays, weeksOf, workingDaysIn, writeHours } from '../../../designer/calendars/calendar-edit.ts'
import { wordOf } from '../../../designer/organisation/word-id.ts'

const calendar = vietnam as OfficeCalendar
const halfDay = { date: '2026-12-31', kind: 'work' as const, reason: 'Tổng kết', hours: [{ from: '07:30', to: '11:30' }] }

describe('a calendar that is edited', () => {
  it('keeps what both changed when somebody else saved first; of one day, what is on the screen', () => {
    const off = (date: string, reason: string) => ({ date, kind: 'off' as const, reason })
    const mine = removeDay(setDays(calendar, [halfDay, off('2026-06-01', 'Bão')]), '2026-11-24')
    const theirs = { ...setDays(calendar, [off('2026-06-01', 'Mất điện'), off('2026-07-01', 'Hội nghị')]), title: 'Lịch mới' }
    const joined = rebase(calendar, mine, theirs)
    expect(joined.title).toBe('Lịch mới')
    expect(changedDays(theirs, joined)).toEqual(['2026-06-01', '2026-11-24', '2026-12-31'])
    expect(changedDays(mine, joined)).toEqual(['2026-07-01'])
    expect(rebase(calendar, { ...calendar, title: 'Của tôi' }, theirs)).toEqual({ ...theirs, title: 'Của tôi' })
    expect(rebase(calendar, calendar, theirs)).toEqual(theirs)
  })

  it('takes days in order, each in the place of that of its date, and gives them up', () => {
    const next = setDays(calendar, [halfDay, { date: '2026-01-01', kind: 'off', reason: 'Tết Dương lịch' }])
    expect(next.days.map(({ date }) => date)).toEqual([...new Set([...calendar.days.map(({ date }) => date), '2026-12-31'])].sort())
    expect(changedDays(calendar, next)).toEqual(['2026-01-01', '2026-12-31'])
    expect(removeDay(next, '2026-12-31').days).toHaveLength(calendar.days.length)
  })
  it('is changed by a day or by its week, and not by going back', () => {
    expect(isChanged(calendar, setDays(calendar, [halfDay]))).toBe(true)
    expect(isChanged(calendar, { ...calendar, weekend: [0] })).toBe(true)
    expect(isChanged(calendar, removeDay(setDays(calendar, [halfDay]), halfDay.date))).toBe(false)
  })
  it('shows what stands out of its week', () => {
    expect([lookOf('2026-12-31', halfDay, calendar), lookOf('2026-12-30', undefined, calendar), lookOf('2026-12-27', undefined, calendar), lookOf('2026-08-22', calendar.days.find(({ date }) => date === '2026-08-22'), calendar)]).toEqual(['hours', 'usual', 'rest', 'work'])
    expect(lookOf('2026-12-26', undefined, { weekend: [0], weekdayHours: { 6: [{ from: '07:30', to: '11:30' }] } })).toBe('hours')
    expect(hoursOfDay('2026-12-31', setDays(calendar, [halfDay]))).toBe('07:30–11:30')
    // 261 weekdays, 14 days off on weekdays, 2 Saturdays worked.
    expect(workingDaysIn(2026, calendar)).toBe(249)
  })
})

describe('weeksOf', () => {
  it('has every day of a month once, Mondays first', () => {
    expect(weeksOf(2026, 2).flat().filter((date) => date !== undefined)).toHaveLength(28)
    expect(weeksOf(2026, 11)[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
    expect(weeksOf(2024, 2).flat()).toContain('2024-02-29')
  })
})

describe('opening hours as people type them', () => {
  it.each([['07:30–11:30, 13:00–17:00', '07:30–11:30, 13:00–17:00'], ['7h30-11h30; 13h-17h', '07:30–11:30, 13:00–17:00'], ['8-12', '08:00–12:00']])('%s is %s', (typed, meant) => {
    expect(writeHours(readHours(typed)!)).toBe(meant)
  })
  it.each(['', 'sáng', '11:30-07:30', '07:30-12:00, 11:00-17:00', '25:00-26:00', '07:30'])('%j is none', (typed) => {
    expect(readHours(typed)).toBeUndefined()
  })
})

describe('wordOf', () => {
  it('makes a short word of a name, one that is free', () => {
    expect(wordOf('Phòng Đo lường', [])).toBe('phong-do-luong')
    expect(wordOf('Phòng Đo lường', ['phong-do-luong', 'phong-do-luong-2'])).toBe('phong-do-luong-3')
    expect(wordOf('中央', [])).toBe('moi')
    expect(wordOf('1. Quầy', [])).toBe('quay')
  })
})
