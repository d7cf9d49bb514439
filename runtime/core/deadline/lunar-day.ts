// Days of the lunar calendar of Vietnam as civil dates: a month begins on the day of the new moon at 105° east, month 11 holds
// the winter solstice, and a leap month is the first without a main solar term. Astronomy after Meeus; exact for 1900 to 2199.
import { addDays, parseDay } from './working-calendar.ts'

const zone = 7 / 24
const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)

/** Days are counted as Julian day numbers. */
const toDate = (day: number): string => addDays('1970-01-01', day - 2_440_588)
const toDayNumber = (date: string): number => parseDay(date) / 86_400_000 + 2_440_588

/** Day of the nth new moon after 1 January 1900. */
const newMoon = (n: number): number => {
  const t = n / 1236.85
  const sun = 359.2242 + 29.10535608 * n - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const moon = 306.0253 + 385.81691806 * n + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const latitude = 21.2964 + 390.67050646 * n - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const mean = 2_415_020.75933 + 29.53058868 * n + 0.0001178 * t ** 2 - 0.000000155 * t ** 3 + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const drift = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun) - 0.4068 * sine(moon) + 0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon)
    + 0.0104 * sine(2 * latitude) - 0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon) + 0.0004 * sine(2 * latitude + sun) - 0.0004 * sine(2 * latitude - sun)
    - 0.0006 * sine(2 * latitude + moon) + 0.001 * sine(2 * latitude - moon) + 0.0005 * sine(2 * moon + sun)
  const clock = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return Math.floor(mean + drift - clock + 0.5 + zone)
}

/** Which twelfth of its way the sun is in when a day begins: 9 from the winter solstice on. */
const solarTerm = (day: number): number => {
  const t = (day - 2_451_545.5 - zone) / 36_525
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3
  const way = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2
    + (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.00029 * sine(3 * anomaly)
  return Math.floor((((way % 360) + 360) % 360) / 30)
}

const countOf = (day: number): number => Math.round((day - 2_415_021.076998695) / 29.530588853)

/** First day of the eleventh month. */
const eleventhMonth = (year: number): number => {
  const n = Math.floor((toDayNumber(`${year}-12-31`) - 2_415_021) / 29.530588853)
  const day = newMoon(n)
  return solarTerm(day) >= 9 ? newMoon(n - 1) : day
}

/** How many months after the eleventh the leap month comes. */
const leapMonth = (eleventh: number): number => {
  const n = countOf(eleventh)
  let i = 1
  while (i < 13 && solarTerm(newMoon(n + i)) !== solarTerm(newMoon(n + i + 1))) i++
  return i
}

/** The civil date of a lunar day in one of the months 1 to 10 of a year, leap months apart. */
export const lunarDay = (year: number, month: number, day: number): string => {
  const [before, after] = [eleventhMonth(year - 1), eleventhMonth(year)]
  const months = month + 1
  const leap = after - before > 365 && months >= leapMonth(before) ? 1 : 0
  return toDate(newMoon(countOf(before) + months + leap) + day - 1)
}
