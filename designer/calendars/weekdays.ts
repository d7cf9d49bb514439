// Names of weekdays and months in the language of the screen; 0 = Sunday, as calendars count them.
import type { Locale } from '#core/text/localise.ts'

const sunday = Date.UTC(2026, 0, 4)
const tags: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }

/** From Monday, as weeks begin in Vietnam. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

export const weekdayName = (weekday: number, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { weekday: 'long', timeZone: 'UTC' }).format(sunday + weekday * 86_400_000)

/** Two signs at most: T2 … CN, Mo … Su. */
export const weekdayMark = (weekday: number, locale: Locale): string => (locale === 'vi' ? (weekday === 0 ? 'CN' : `T${weekday + 1}`) : weekdayName(weekday, 'en').slice(0, 2))

export const monthName = (year: number, month: number, locale: Locale): string => {
  const name = new Intl.DateTimeFormat(tags[locale], { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1))
  return name.charAt(0).toUpperCase() + name.slice(1)
}
