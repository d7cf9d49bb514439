// How much of the office's time a step may take: its own limit, or the longest of the opinions that run at the same time.
// Compared with the law's limit by lint-time.ts.
import type { Duration, Step } from '#schemas/generated/types.ts'
import { hoursOfDay } from '../deadline/due-date.ts'

/** Working hours of a time limit; undefined where the law counts in calendar days or months. */
export const inWorkingHours = ({ amount, unit }: Duration): number | undefined => (unit === 'workingDay' ? amount * hoursOfDay : unit === 'workingHour' ? amount : undefined)

/** The least working time that a limit is sure to contain is none where it is counted by the calendar. */
const least = (limit: Duration | undefined): number => (limit && inWorkingHours(limit)) ?? 0

export const workingHours = ({ within, opinions = [] }: Step): number => (within ? least(within) : Math.max(0, ...opinions.map((request) => least(request.within))))
