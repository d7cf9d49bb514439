// The days off that the law gives in any year (BLLĐ 2019 Đ.112, NQ 28/2026/QH16), with substitutes for those that fall on the
// weekly rest (Đ.111.3): a proposal, until the office enters what is announced for the year, swaps with Saturdays above all.
import type { CalendarDay } from '#schemas/generated/types.ts'
import { lunarDay } from './lunar-day.ts'
import { addDays, weekdayOf } from './working-calendar.ts'

const law = 'Bộ luật Lao động 2019 Đ.112'
const announced = 'dự kiến theo Bộ luật Lao động 2019 Đ.112; chờ thông báo nghỉ lễ của năm'
const substitute = 'Bộ luật Lao động 2019 Đ.111'

type Holiday = Required<Pick<CalendarDay, 'date' | 'reason' | 'source'>>

const holidaysOf = (year: number): Holiday[] => {
  const newYear = lunarDay(year, 1, 1)
  // The last day of the old year and the first four of the new one is the usual choice of the two that the law leaves.
  const tet = [-1, 0, 1, 2, 3].map((days) => ({ date: addDays(newYear, days), reason: 'Tết Nguyên đán', source: announced }))
  return [
    { date: `${year}-01-01`, reason: 'Tết Dương lịch', source: law }, ...tet, { date: lunarDay(year, 3, 10), reason: 'Giỗ Tổ Hùng Vương', source: law },
    { date: `${year}-04-30`, reason: 'Ngày Chiến thắng', source: law }, { date: `${year}-05-01`, reason: 'Ngày Quốc tế Lao động', source: law },
    { date: `${year}-09-01`, reason: 'Quốc khánh (ngày liền kề)', source: announced }, { date: `${year}-09-02`, reason: 'Quốc khánh', source: law },
    ...(year >= 2026 ? [{ date: `${year}-11-24`, reason: 'Ngày Văn hóa Việt Nam', source: 'NQ 28/2026/QH16' }] : []),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The days of a year that rest besides the weekly rest, in order. */
export const publicHolidays = (year: number, weekend: readonly number[]): CalendarDay[] => {
  const rests = (date: string): boolean => weekend.includes(weekdayOf(date))
  const holidays = holidaysOf(year)
  const taken = new Set(holidays.filter(({ date }) => !rests(date)).map(({ date }) => date))
  const substitutes = holidays.filter(({ date }) => rests(date)).map(({ date, reason }): Holiday => {
    let next = date
    while (rests(next) || taken.has(next)) next = addDays(next, 1)
    taken.add(next)
    return { date: next, reason: `Nghỉ bù ${reason}`, source: substitute }
  })
  return [...holidays.filter(({ date }) => !rests(date)), ...substitutes].sort((a, b) => (a.date < b.date ? -1 : 1)).map((day) => ({ ...day, kind: 'off' as const }))
}
