// A time limit in words: “6 ngày làm việc”, “1 working day”.
import type { Duration } from '#schemas/generated/types.ts'
import { formatNumber } from './format.ts'
import type { Locale } from './localise.ts'

const units: Record<Locale, Record<Duration['unit'], string>> = {
  vi: { workingDay: 'ngày làm việc', day: 'ngày', workingHour: 'giờ làm việc', month: 'tháng' },
  en: { workingDay: 'working day', day: 'day', workingHour: 'working hour', month: 'month' },
}

export const durationWords = ({ amount, unit }: Duration, locale: Locale): string =>
  `${formatNumber(amount, locale)} ${units[locale][unit]}${locale === 'en' && amount !== 1 ? 's' : ''}`
