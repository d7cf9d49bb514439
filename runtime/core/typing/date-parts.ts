// Day, month and year as they are typed, and the date that they make. Incomplete typing is kept in the answer as it is
// (year-month-day with what is there), so that it comes back after a reload and is judged as no date.
export interface DateParts {
  day: string
  month: string
  year: string
}

export const emptyParts: DateParts = { day: '', month: '', year: '' }

const padded = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part)

/** The answer that the parts make: YYYY-MM-DD when they are whole, undefined when nothing is typed. */
export const joinParts = ({ day, month, year }: DateParts): string | undefined => {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  return d === '' && m === '' && y === '' ? undefined : `${y}-${padded(m)}-${padded(d)}`
}

/** The same without the parts that are not known: 1985, 1985-03. */
export const joinPartialDate = (parts: DateParts): string | undefined => {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()]
  if (day === '' && month === '') return year || undefined
  return day === '' ? `${year}-${padded(month)}` : joinParts(parts)
}

export const splitDate = (answer: unknown): DateParts => {
  const [, only, of] = /^(\d{1,4})(?:-(\d{1,2}))?$/.exec(typeof answer === 'string' ? answer : '') ?? []
  if (only !== undefined) return { day: '', month: of ?? '', year: only }
  const [, year, month, day] = /^([^-]*)-([^-]*)-(.*)$/s.exec(typeof answer === 'string' ? answer : '') ?? []
  return { day: day ?? '', month: month ?? '', year: year ?? '' }
}

/** A whole date in one text: 21/11/2026, 21-11-2026, 21.11.2026, 2026-11-21, ngày 21 tháng 11 năm 2026. */
export const readWholeDate = (text: string): DateParts | undefined => {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  if (iso) return { year: iso[1]!, month: iso[2]!, day: iso[3]! }
  const written = /(\d{1,2})\s*(?:[/.\-]|tháng)\s*(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})/iu.exec(text.normalize('NFC'))
  return written ? { day: written[1]!, month: written[2]!, year: written[3]! } : undefined
}
