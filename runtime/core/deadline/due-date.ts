// When something is due under the law's clock: whole working days end with the office hours of the last day, hours and
// half days run through the opening hours, calendar periods that end on a rest day move on (BLDS 2015 Đ.147, 148).
import type { Duration } from '#schemas/generated/types.ts'
import { addDays, addWorkingDays, isWorkingDay, nextWorkingDay, openings, parseDay, toInstant, toLocal, workingDaysBetween, type WorkingCalendar } from './working-calendar.ts'

/** 1 ngày làm việc = 8 giờ làm việc. */
const hoursOfDay = 8
const closing = (calendar: WorkingCalendar): number => openings(calendar).at(-1)!.to

/** Working minutes counted from an instant, through lunch, nights and holidays. */
const addWorkingMinutes = (instant: string, minutes: number, calendar: WorkingCalendar): string => {
  let { date, minutes: now } = toLocal(instant, calendar)
  let left = minutes
  for (;;) {
    if (isWorkingDay(date, calendar)) {
      for (const { from, to } of openings(calendar)) {
        const start = Math.max(now, from)
        if (start >= to) continue
        if (left <= to - start) return toInstant(date, start + left, calendar)
        left -= to - start
      }
    }
    date = addDays(date, 1)
    now = 0
  }
}

export const addWorkingHours = (instant: string, hours: number, calendar: WorkingCalendar): string => addWorkingMinutes(instant, hours * 60, calendar)

/** The same day some months later; 31 January and a month is the last of February. */
export const addMonths = (date: string, months: number): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Closing time of a day, of the next working day when it rests, or when it has closed before the time began. */
const endOf = (date: string, start: string, calendar: WorkingCalendar): string => {
  const end = toInstant(nextWorkingDay(date, calendar), closing(calendar), calendar)
  return Date.parse(end) > Date.parse(start) ? end : toInstant(addWorkingDays(date, 1, calendar), closing(calendar), calendar)
}

/** The instant at which something that begins at `start` is due. */
export const dueAt = (start: string, { amount, unit }: Duration, calendar: WorkingCalendar): string => {
  const { date } = toLocal(start, calendar)
  if (unit === 'workingHour') return addWorkingHours(start, amount, calendar)
  if (unit === 'workingDay') return Number.isInteger(amount) ? endOf(addWorkingDays(date, amount, calendar), start, calendar) : addWorkingHours(start, amount * hoursOfDay, calendar)
  // Half a month is fifteen days (BLDS 2015 Đ.146).
  const [months, days] = unit === 'month' ? [Math.trunc(amount), (amount % 1) * 30] : [0, amount]
  return endOf(addDays(addMonths(date, months), Math.ceil(days)), start, calendar)
}

/** The end of a day that was agreed on; of the next working day when it rests. */
export const endOfDay = (date: string, calendar: WorkingCalendar): string => toInstant(nextWorkingDay(date, calendar), closing(calendar), calendar)

/** Working hours between two instants; negative when the second lies before the first: how late something is. */
export const remainingTime = (now: string, due: string, calendar: WorkingCalendar): number => {
  if (Date.parse(due) < Date.parse(now)) return -remainingTime(due, now, calendar)
  const a = toLocal(now, calendar)
  const b = toLocal(due, calendar)
  let minutes = 0
  for (let date = a.date; date <= b.date; date = addDays(date, 1)) {
    if (!isWorkingDay(date, calendar)) continue
    for (const { from, to } of openings(calendar)) {
      const start = date === a.date ? Math.max(from, a.minutes) : from
      const end = date === b.date ? Math.min(to, b.minutes) : to
      minutes += Math.max(0, end - start)
    }
  }
  return minutes / 60
}

const daysBetween = (from: string, to: string): number => Math.round((parseDay(to) - parseDay(from)) / 86_400_000)

/** What was left of a time limit when the clock stopped, in the unit in which the law counts it; whole days stay whole. */
const timeLeft = ({ unit, amount }: Duration, pausedAt: string, due: string, calendar: WorkingCalendar): Duration => {
  if (unit === 'workingHour' || (unit === 'workingDay' && !Number.isInteger(amount))) {
    return { amount: Math.max(0, remainingTime(pausedAt, due, calendar)), unit: 'workingHour' }
  }
  const [from, to] = [toLocal(pausedAt, calendar).date, toLocal(due, calendar).date]
  return unit === 'workingDay' ? { amount: Math.max(0, workingDaysBetween(from, to, calendar)), unit } : { amount: Math.max(0, daysBetween(from, to)), unit: 'day' }
}

/**
 * The due date after the clock stood still. By default it starts again from zero once the dossier is complete
 * (NĐ 61/2018/NĐ-CP Đ.19.4); `rest` goes on with what was left.
 */
export const resumeDueAt = (rule: 'restart' | 'rest', clock: { limit: Duration; pausedAt: string; dueAt: string; resumedAt: string }, calendar: WorkingCalendar): string =>
  dueAt(clock.resumedAt, rule === 'restart' ? clock.limit : timeLeft(clock.limit, clock.pausedAt, clock.dueAt, calendar), calendar)

export const isLate = (due: string | undefined, now: string): boolean => due !== undefined && Date.parse(due) < Date.parse(now)
