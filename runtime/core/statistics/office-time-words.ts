// A measured time as people say it: less than a day in hours, otherwise in working days.
import { hoursOfDay } from '../deadline/due-date.ts'
import { durationWords } from '../text/duration-words.ts'
import type { Locale } from '../text/localise.ts'

export const officeTimeWords = (days: number, locale: Locale): string =>
  durationWords(days < 1 ? { amount: days * hoursOfDay, unit: 'workingHour' } : { amount: days, unit: 'workingDay' }, locale)
