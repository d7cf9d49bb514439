// When something is due under the law's clock: whole working days end with the office hours of the last day, hours and
// half days run through the opening hours, calendar periods that end on a rest day move on (BLDS 2015 Đ.147, 148).
import type { Duration, ResumeRule } from '#schemas/generated/types.ts'
import { addDays, addWorkingDays, isWorkingDay, nextWorkingDay, openingsOn, parseDay, toInstant, toLocal, workingDaysBetween, type WorkingCalendar } from './working-calendar.ts'

/** 1 ngày làm việc = 8 giờ làm việc. */
export const hoursOfDay = 8
/** The instant at which the office closes on a working day. */
const closingOn = (date: string, calendar: WorkingCalendar): string => toInstant(date, openingsOn(date, calendar).at(-1)!.to, calendar)

/** Working minutes counted from an instant, through lunch, nights and holidays. */
const addWorkingMinutes = (instant: string, minutes: number, calendar: WorkingCalendar): string => {
  let { date, minutes: now } = toLocal(instant, calendar)
  let left = minutes
  for (;;) {
    for (const { from, to } of openingsOn(date, calendar)) {
      const start = Math.max(now, from)
      if (start >= to) continue
      if (left <= to - start) return toInstant(date, start + left, calendar)
      left -= to - start
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
  const end = closingOn(nextWorkingDay(date, calendar), calendar)
  return Date.parse(end) > Date.parse(start) ? end : closingOn(addWorkingDays(date, 1, calendar), calendar)
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
export const endOfDay = (date: string, calendar: WorkingCalendar): string => closingOn(nextWorkingDay(date, calendar), calendar)

/** Working hours between two instants; negative when the second lies before the first: how late something is. */
export const remainingTime = (now: string, due: string, calendar: WorkingCalendar): number => {
  if (Date.parse(due) < Date.parse(now)) return -remainingTime(due, now, calendar)
  const a = toLocal(now, calendar)
  const b = toLocal(due, calendar)
  let minutes = 0
  for (let date = a.date; date <= b.date; date = addDays(date, 1)) {
    for (const { from, to } of openingsOn(date, calendar)) {
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

/** The end of two periods, one after the other; in one unit they are counted as one. */
const dueAfterBoth = (start: string, first: Duration, second: Duration, calendar: WorkingCalendar): string =>
  (first.unit === second.unit ? dueAt(start, { amount: first.amount + second.amount, unit: first.unit }, calendar) : dueAt(dueAt(start, first, calendar), second, calendar))

/**
 * The due date after the clock stood still. By default it starts again from zero once the dossier is complete
 * (NĐ 61/2018/NĐ-CP Đ.19.4); sector law goes on with what was left, with that and some more, or with a fixed time.
 */
export const resumeDueAt = (rule: ResumeRule, clock: { limit: Duration; pausedAt: string; dueAt: string; resumedAt: string }, calendar: WorkingCalendar): string => {
  if (rule === 'restart') return dueAt(clock.resumedAt, clock.limit, calendar)
  if (rule !== 'rest' && 'fixed' in rule) return dueAt(clock.resumedAt, rule.fixed, calendar)
  const left = timeLeft(clock.limit, clock.pausedAt, clock.dueAt, calendar)
  return rule === 'rest' ? dueAt(clock.resumedAt, left, calendar) : dueAfterBoth(clock.resumedAt, left, rule.restPlus, calendar)
}

/** The nth working day before a date. */
const minusWorkingDays = (date: string, days: number, calendar: WorkingCalendar): string => {
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day, calendar)) left--
  }
  return day
}

/** Working minutes counted back from an instant. */
const minusWorkingMinutes = (instant: string, minutes: number, calendar: WorkingCalendar): string => {
  let { date, minutes: now } = toLocal(instant, calendar)
  let left = minutes
  for (;;) {
    for (const { from, to } of [...openingsOn(date, calendar)].reverse()) {
      const end = Math.min(now, to)
      if (end <= from) continue
      if (left <= end - from) return toInstant(date, end - left, calendar)
      left -= end - from
    }
    date = addDays(date, -1)
    now = 1440
  }
}

/** The same time of day, so much before something is due: when to remind of it. */
export const timeBefore = (due: string, { amount, unit }: Duration, calendar: WorkingCalendar): string => {
  const { date, minutes } = toLocal(due, calendar)
  if (unit === 'workingHour') return minusWorkingMinutes(due, amount * 60, calendar)
  if (unit === 'workingDay') return Number.isInteger(amount) ? toInstant(minusWorkingDays(date, amount, calendar), minutes, calendar) : minusWorkingMinutes(due, amount * hoursOfDay * 60, calendar)
  const [months, days] = unit === 'month' ? [Math.trunc(amount), (amount % 1) * 30] : [0, amount]
  return toInstant(addDays(addMonths(date, -months), -Math.ceil(days)), minutes, calendar)
}

export const isLate = (due: string | undefined, now: string): boolean => due !== undefined && Date.parse(due) < Date.parse(now)
