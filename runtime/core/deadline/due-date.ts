// When something is due under the law's clock: whole working days end with the office hours of the last day, hours and
// half days run through the opening hours, calendar periods that end on a rest day move on (BLDS 2015 Đ.147, 148).
import type { Duration } from '#schemas/generated/types.ts'
import { addDays, addWorkingDays, isWorkingDay, nextWorkingDay, openings, toInstant, toLocal, workingDaysBetween, type WorkingCalendar } from './working-calendar.ts'

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

/** The instant at which something that begins at `start` is due. */
export const dueAt = (start: string, { amount, unit }: Duration, calendar: WorkingCalendar): string => {
  const { date } = toLocal(start, calendar)
  if (unit === 'workingHour') return addWorkingHours(start, amount, calendar)
  if (unit === 'workingDay') {
    if (!Number.isInteger(amount)) return addWorkingHours(start, amount * hoursOfDay, calendar)
    return toInstant(amount === 0 ? nextWorkingDay(date, calendar) : addWorkingDays(date, amount, calendar), closing(calendar), calendar)
  }
  const end = unit === 'month' ? addMonths(date, amount) : addDays(date, amount)
  return toInstant(nextWorkingDay(end, calendar), closing(calendar), calendar)
}

/** Working hours between two instants; negative when the second lies before the first: how late something is. */
export const remainingTime = (now: string, due: string, calendar: WorkingCalendar): number => {
  if (due < now) return -remainingTime(due, now, calendar)
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

/**
 * The due date after the clock stood still. By default it starts again from zero once the dossier is complete
 * (NĐ 61/2018/NĐ-CP Đ.19.4); `rest` goes on with the working days that were left.
 */
export const resumeDueAt = (rule: 'restart' | 'rest', clock: { limit: Duration; pausedAt: string; dueAt: string; resumedAt: string }, calendar: WorkingCalendar): string => {
  if (rule === 'restart') return dueAt(clock.resumedAt, clock.limit, calendar)
  const left = workingDaysBetween(toLocal(clock.pausedAt, calendar).date, toLocal(clock.dueAt, calendar).date, calendar)
  return dueAt(clock.resumedAt, { amount: Math.max(0, left), unit: 'workingDay' }, calendar)
}

export const isLate = (due: string | undefined, now: string): boolean => due !== undefined && Date.parse(due) < Date.parse(now)
