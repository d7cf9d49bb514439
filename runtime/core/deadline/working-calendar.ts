// The calendar of an office: opening hours, the weekly rest, holidays, substitute days off and working Saturdays, all as
// data. Vietnam's time has no summer time, so a fixed offset makes every instant exact on any machine.

export interface WorkingCalendar {
  utcOffsetMinutes: number
  /** Opening hours of a working day, HH:MM, in order. */
  hours: { from: string; to: string }[]
  /** Weekly rest, 0 = Sunday. */
  weekend: number[]
  /** Days that differ from their weekday, YYYY-MM-DD. */
  days: Record<string, 'off' | 'work'>
}

/** A calendar as it is kept: each day with its reason and source. */
export interface CalendarDocument extends Omit<WorkingCalendar, 'days'> {
  days: { date: string; kind: 'off' | 'work'; reason: string; source?: string }[]
}

export const toWorkingCalendar = ({ days, utcOffsetMinutes, hours, weekend }: CalendarDocument): WorkingCalendar => {
  // Counting over a calendar without a working minute would never end.
  if (hours.length === 0 || new Set(weekend).size > 6) throw new Error('A calendar needs opening hours and a weekly working day')
  return { utcOffsetMinutes, hours, weekend, days: Object.fromEntries(days.map(({ date, kind }) => [date, kind])) }
}

const dayMs = 86_400_000
export const parseDay = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const printDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (date: string, days: number): string => printDay(parseDay(date) + days * dayMs)

export const isWorkingDay = (date: string, calendar: WorkingCalendar): boolean => {
  const exception = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined
  return exception === undefined ? !calendar.weekend.includes(new Date(parseDay(date)).getUTCDay()) : exception === 'work'
}

/** The nth working day after a date: the day itself does not count (BLDS 2015 Đ.147). */
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

const toMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Opening hours as minutes since midnight. */
export const openings = (calendar: WorkingCalendar): { from: number; to: number }[] => calendar.hours.map(({ from, to }) => ({ from: toMinutes(from), to: toMinutes(to) }))
