// The calendar of an office: opening hours, the weekly rest, holidays, substitute days off, working Saturdays and half days,
// all as data. Vietnam's time has no summer time, so a fixed offset makes every instant exact on any machine.
import type { OfficeCalendar, Opening } from '#schemas/generated/types.ts'

/** A calendar as counting needs it. */
export interface WorkingCalendar extends Pick<OfficeCalendar, 'utcOffsetMinutes' | 'hours' | 'weekdayHours' | 'weekend'> {
  /** Days that differ from their weekday, YYYY-MM-DD. */
  days: Record<string, 'off' | 'work'>
  /** Working days with hours of their own: half days. */
  dayHours?: Record<string, Opening[]>
}

export const toWorkingCalendar = ({ days, utcOffsetMinutes, hours, weekdayHours, weekend }: Omit<OfficeCalendar, 'title'>): WorkingCalendar => {
  // Counting over a calendar without a working minute would never end.
  if (hours.length === 0 || new Set(weekend).size > 6) throw new Error('A calendar needs opening hours and a weekly working day')
  const own = days.flatMap((day): [string, Opening[]][] => (day.kind === 'work' && day.hours ? [[day.date, day.hours]] : []))
  return {
    utcOffsetMinutes, hours, weekend, ...(weekdayHours && { weekdayHours }),
    days: Object.fromEntries(days.map(({ date, kind }) => [date, kind])), ...(own.length > 0 && { dayHours: Object.fromEntries(own) }),
  }
}

const dayMs = 86_400_000
export const parseDay = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const printDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** Counting goes day by day, so this is written for speed: printing an instant and cutting it takes three times as long. */
export const addDays = (date: string, days: number): string => {
  const day = new Date(parseDay(date) + days * dayMs)
  const year = day.getUTCFullYear()
  return year < 1000 || year > 9999 ? printDay(day.getTime()) : `${year}-${twoDigits(day.getUTCMonth() + 1)}-${twoDigits(day.getUTCDate())}`
}

/** 0 = Sunday. */
export const weekdayOf = (date: string): number => new Date(parseDay(date)).getUTCDay()

export const isWorkingDay = (date: string, calendar: WorkingCalendar): boolean => {
  const exception = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined
  return exception === undefined ? !calendar.weekend.includes(weekdayOf(date)) : exception === 'work'
}

/**
 * The nth working day after a date: the day itself does not count (BLDS 2015 Đ.147). A half day counts as one whole day: the Civil
 * Code counts periods by dates, knows no part of a date, and moves on only from weekly rest and holidays (Đ.147, 148); so what was
 * promised to the applicant never moves because an office opens for less. Working hours are counted as long as they are open
 * (1 ngày làm việc = 8 giờ). A desk that only takes in papers on Saturday mornings does not work then by the law's clock: its
 * calendar leaves Saturday at rest.
 */
export const addWorkingDays = (date: string, days: number, calendar: WorkingCalendar): string => {
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left--
  }
  return day
}

/** The date itself when it is a working day, the next one otherwise. */
export const nextWorkingDay = (date: string, calendar: WorkingCalendar): string => (isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar))

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export const workingDaysBetween = (from: string, to: string, calendar: WorkingCalendar): number => {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++
  return count
}

/** Civil date and minutes since midnight of an instant in the calendar's zone. */
export const toLocal = (instant: string, calendar: WorkingCalendar): { date: string; minutes: number } => {
  const local = new Date(Date.parse(instant) + calendar.utcOffsetMinutes * 60_000)
  return { date: local.toISOString().slice(0, 10), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() + local.getUTCSeconds() / 60 }
}

export const toInstant = (date: string, minutes: number, calendar: WorkingCalendar): string =>
  new Date(parseDay(date) + Math.round((minutes - calendar.utcOffsetMinutes) * 60_000)).toISOString()

export const toMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Opening hours of a day: its own, those of its weekday, or the usual ones. A day of rest that is worked has the usual ones: it stands for a usual day. */
export const hoursOn = (date: string, calendar: WorkingCalendar): Opening[] => {
  if (!isWorkingDay(date, calendar)) return []
  const weekday = weekdayOf(date)
  const ofWeekday = calendar.weekend.includes(weekday) ? undefined : calendar.weekdayHours?.[String(weekday) as '0']
  return calendar.dayHours?.[date] ?? ofWeekday ?? calendar.hours
}

/** The same as minutes since midnight, in order; none on a day of rest. */
export const openingsOn = (date: string, calendar: WorkingCalendar): { from: number; to: number }[] =>
  hoursOn(date, calendar).map(({ from, to }) => ({ from: toMinutes(from), to: toMinutes(to) }))
