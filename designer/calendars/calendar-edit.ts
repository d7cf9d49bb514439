// Edits of a working calendar before it is saved, and how a day looks in it.
import { hoursOn, isWorkingDay, toMinutes, toWorkingCalendar, weekdayOf, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { CalendarDay, OfficeCalendar, Opening } from '#schemas/generated/types.ts'

export type DayLook = 'usual' | 'rest' | 'off' | 'work' | 'hours'

/** What stands out of the week, what rests with it, and what is opened differently by its weekday: Saturday mornings. */
export const lookOf = (date: string, day: CalendarDay | undefined, { weekend, weekdayHours }: Pick<WorkingCalendar, 'weekend' | 'weekdayHours'>): DayLook => {
  if (day) return day.kind === 'off' ? 'off' : day.hours ? 'hours' : 'work'
  const weekday = weekdayOf(date)
  return weekend.includes(weekday) ? 'rest' : weekdayHours?.[String(weekday) as '0'] ? 'hours' : 'usual'
}

export const dayOf = (calendar: OfficeCalendar, date: string): CalendarDay | undefined => calendar.days.find((day) => day.date === date)

const inOrder = (days: readonly CalendarDay[]): CalendarDay[] => [...days].sort((a, b) => (a.date < b.date ? -1 : 1))

/** Days take the place of those of the same date. */
export const setDays = (calendar: OfficeCalendar, days: readonly CalendarDay[]): OfficeCalendar =>
  ({ ...calendar, days: inOrder([...calendar.days.filter(({ date }) => !days.some((day) => day.date === date)), ...days]) })

export const removeDay = (calendar: OfficeCalendar, date: string): OfficeCalendar => ({ ...calendar, days: calendar.days.filter((day) => day.date !== date) })

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Dates whose days differ between two calendars. */
export const changedDays = (before: OfficeCalendar, after: OfficeCalendar): string[] => {
  const dates = [...new Set([...before.days, ...after.days].map(({ date }) => date))].sort()
  return dates.filter((date) => !same(dayOf(before, date), dayOf(after, date)))
}

export const isChanged = (before: OfficeCalendar, after: OfficeCalendar): boolean => {
  const { days: _a, ...was } = before
  const { days: _b, ...is } = after
  return changedDays(before, after).length > 0 || !same(was, is)
}

/** What was changed of a calendar, on top of what somebody else saved meanwhile: each day for itself, everything else as a whole. */
export const rebase = (before: OfficeCalendar, mine: OfficeCalendar, theirs: OfficeCalendar): OfficeCalendar => {
  const dates = changedDays(before, mine)
  const kept = dates.reduce((calendar, date) => removeDay(calendar, date), theirs)
  const rest = ({ days: _days, ...fields }: OfficeCalendar) => fields
  const fields = same(rest(before), rest(mine)) ? rest(theirs) : rest(mine)
  return setDays({ ...fields, days: kept.days }, dates.flatMap((date) => dayOf(mine, date) ?? []))
}

export const writeHours = (hours: readonly Opening[]): string => hours.map(({ from, to }) => `${from}–${to}`).join(', ')

const clock = (typed: string): string | undefined => {
  const found = /^(\d{1,2})(?:[:hg.](\d{2})?)?$/i.exec(typed.trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  return found && hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}

/** Opening hours as people type them, “7h30-11h30, 13:00–17:00”; undefined when they cannot be meant. */
export const readHours = (typed: string): Opening[] | undefined => {
  const hours = typed.split(/[,;]/).map((part) => part.split(/[-–—]/).map(clock))
  const isRight = hours.every((pair) => pair.length === 2 && pair.every((each) => each !== undefined))
  const openings = isRight ? hours.map(([from, to]) => ({ from: from!, to: to! })) : []
  const inTurn = openings.every(({ from, to }, i) => toMinutes(from) < toMinutes(to) && (i === 0 || toMinutes(openings[i - 1]!.to) <= toMinutes(from)))
  return openings.length > 0 && openings.length <= 6 && inTurn ? openings : undefined
}

/** The weeks of a month from Monday on; absent where a week has days of another month. */
export const weeksOf = (year: number, month: number): (string | undefined)[][] => {
  const prefix = `${year}-${String(month).padStart(2, '0')}`
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const blank = (weekdayOf(`${prefix}-01`) + 6) % 7
  const cells = [...Array<undefined>(blank).fill(undefined), ...Array.from({ length }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`)]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]))
}

/** How many days of a year are worked. */
export const workingDaysIn = (year: number, calendar: OfficeCalendar): number => {
  const counted = toWorkingCalendar(calendar)
  return Array.from({ length: 12 }, (_, i) => weeksOf(year, i + 1)).flat(2).filter((date) => date !== undefined && isWorkingDay(date, counted)).length
}

export const hoursOfDay = (date: string, calendar: OfficeCalendar): string => writeHours(hoursOn(date, toWorkingCalendar(calendar)))
