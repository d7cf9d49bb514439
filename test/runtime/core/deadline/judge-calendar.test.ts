import { describe, expect, it } from 'vitest'
import vietnam from '#schemas/examples/calendars/vn.json' with { type: 'json' }
import type { OfficeCalendar } from '#schemas/generated/types.ts'
import { judgeCalendar } from '#core/deadline/judge-calendar.ts'

const right = vietnam as OfficeCalendar
const faults = (change: Partial<OfficeCalendar>) => judgeCalendar({ ...right, ...change }).map(({ pointer, code }) => `${pointer} ${code}`)
const day = { date: '2026-12-24', kind: 'work' as const, reason: 'Nửa ngày', hours: [{ from: '07:30', to: '11:30' }] }

describe('judgeCalendar', () => {
  it('finds nothing in the calendar of the product, nor in a half day', () => {
    expect(judgeCalendar(right)).toEqual([])
    expect(faults({ days: [day] })).toEqual([])
  })
  it.each<[Partial<OfficeCalendar>, string]>([
    [{ hours: [{ from: '11:30', to: '07:30' }] }, '/hours/0 calendar.hoursCrossed'],
    [{ hours: [{ from: '07:30', to: '12:00' }, { from: '11:00', to: '17:00' }] }, '/hours/1 calendar.hoursCrossed'],
    [{ weekdayHours: { 6: [{ from: '09:00', to: '09:00' }] } }, '/weekdayHours/6/0 calendar.hoursCrossed'],
    [{ days: [{ ...day, date: '2026-02-30' }] }, '/days/0/date calendar.dateUnknown'],
    [{ days: [day, day] }, '/days/1/date calendar.dayTwice'],
    [{ days: [{ ...day, kind: 'off' }] }, '/days/0/hours calendar.hoursOfRest'],
  ])('refuses %j', (change, fault) => {
    expect(faults(change)).toEqual([fault])
  })
})
