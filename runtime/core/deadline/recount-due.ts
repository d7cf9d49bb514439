// What a promised due date would be if the rest of its time were counted by another calendar: told to those who change one.
// What was promised stays promised; nobody's date moves by it.
import type { Duration } from '#schemas/generated/types.ts'
import { addWorkingHours, endOfDay, remainingTime } from './due-date.ts'
import { addWorkingDays, toLocal, workingDaysBetween, type WorkingCalendar } from './working-calendar.ts'

interface Promise {
  now: string
  dueAt: string
  /** In which unit the law counts it. */
  unit: Duration['unit']
}

/** The due date by `next` of what is due at `dueAt` by `before`; unchanged when it has passed. */
export const recountDue = ({ now, dueAt, unit }: Promise, before: WorkingCalendar, next: WorkingCalendar): string => {
  if (Date.parse(dueAt) <= Date.parse(now)) return dueAt
  const due = toLocal(dueAt, before).date
  const today = toLocal(now, before).date
  if (unit === 'workingHour') return addWorkingHours(now, remainingTime(now, dueAt, before), next)
  // A calendar period ends on its day whatever lies between, or on the next day that is worked.
  return endOfDay(unit === 'workingDay' ? addWorkingDays(today, workingDaysBetween(today, due, before), next) : due, next)
}

/** -1 when it would come earlier, 1 when later. */
export const shiftOf = (promise: Promise, before: WorkingCalendar, next: WorkingCalendar): number =>
  Math.sign(Date.parse(recountDue(promise, before, next)) - Date.parse(promise.unit === 'workingHour' ? promise.dueAt : recountDue(promise, before, before)))
