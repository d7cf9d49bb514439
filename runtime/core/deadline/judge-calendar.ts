// What a calendar must hold to beyond its shape: opening hours in order, days that exist and stand once, hours only where
// somebody works, and some time of every week in which the office is open.
import type { OfficeCalendar, Opening } from '#schemas/generated/types.ts'
import { isDate } from '../formula/apply-function.ts'
import type { Issue } from '../issues/issue.ts'
import { toMinutes } from './working-calendar.ts'

const judgeHours = (hours: readonly Opening[], pointer: string): Issue[] =>
  hours.flatMap(({ from, to }, i) => {
    const before = i === 0 ? -1 : toMinutes(hours[i - 1]!.to)
    return toMinutes(from) < toMinutes(to) && before <= toMinutes(from) ? [] : [{ pointer: `${pointer}/${i}`, code: 'calendar.hoursCrossed', params: { from, to } }]
  })

const judgeDays = (days: OfficeCalendar['days']): Issue[] => {
  const seen = new Set<string>()
  return days.flatMap(({ date, kind, hours }, i): Issue[] => {
    const pointer = `/days/${i}`
    const twice = seen.has(date)
    seen.add(date)
    return [
      ...(isDate(date) ? [] : [{ pointer: `${pointer}/date`, code: 'calendar.dateUnknown', params: { date } }]),
      ...(twice ? [{ pointer: `${pointer}/date`, code: 'calendar.dayTwice', params: { date } }] : []),
      ...(kind === 'off' && hours ? [{ pointer: `${pointer}/hours`, code: 'calendar.hoursOfRest', params: { date } }] : []),
      ...judgeHours(hours ?? [], `${pointer}/hours`),
    ]
  })
}

/** Pointers are relative to the calendar. */
export const judgeCalendar = ({ hours, weekdayHours = {}, days }: OfficeCalendar): Issue[] => [
  ...judgeHours(hours, '/hours'),
  ...Object.entries(weekdayHours).flatMap(([weekday, own]) => judgeHours(own, `/weekdayHours/${weekday}`)),
  ...judgeDays(days),
]
