// What the functions of formulas make of operands that are all there: arithmetic, comparison, text, dates and lists.
// Operands of a wrong kind give no value.
import { addMonths } from '../deadline/due-date.ts'
import { addDays, addWorkingDays, parseDay, workingDaysBetween, type WorkingCalendar } from '../deadline/working-calendar.ts'
import { formatPatterns } from '../form/formats.ts'
import { dateInWords, numberInWords } from './vietnamese-words.ts'

export interface FormulaDay {
  /** YYYY-MM-DD in Vietnam. */
  today: string
  calendar?: WorkingCalendar | undefined
}

type Apply = (operands: unknown[], facts: FormulaDay) => unknown

const datePattern = new RegExp(formatPatterns.date)
const dayMs = 86_400_000

export const isDate = (value: unknown): value is string => typeof value === 'string' && datePattern.test(value)
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** As spreadsheets do, 15 digits count: 0.1 + 0.2 is 0.3, on a receipt and in a comparison. */
export const toNumber = (value: number): number | undefined => {
  if (Number.isInteger(value)) return value
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined
}

const numbers = (apply: (...values: number[]) => number): Apply => (operands) => (operands.every(isNumber) ? toNumber(apply(...operands)) : undefined)

const compare = (apply: (order: number) => boolean): Apply => ([a, b]) => {
  if (isNumber(a) && isNumber(b)) return apply(a - b)
  return typeof a === 'string' && typeof b === 'string' ? apply(a < b ? -1 : a > b ? 1 : 0) : undefined
}

const shift = (value: number, digits: number): number => {
  const [mantissa, exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + digits}`)
}

/** Halves away from zero, by the digits as written: 1.005 with two digits is 1.01. */
const round = (value: number, digits = 0): number => {
  const places = Math.max(-15, Math.min(15, Math.trunc(digits)))
  return Math.sign(value) * shift(Math.round(shift(Math.abs(value), places)), -places)
}

const flat = (operands: unknown[]): unknown[] => operands.flatMap((operand) => (Array.isArray(operand) ? operand : [operand]))

/** Of numbers, or of dates: the earliest, the latest. */
const extreme = (before: (a: number | string, b: number | string) => boolean): Apply => (operands) => {
  const values = flat(operands)
  if (!values.every(isNumber) && !values.every(isDate)) return undefined
  return values.length === 0 ? undefined : (values as (number | string)[]).reduce((best, value) => (before(value, best) ? value : best))
}

const isPrintable = (value: unknown): boolean => typeof value === 'string' || isNumber(value)
const join: Apply = (operands) => {
  const values = flat(operands)
  return values.every(isPrintable) ? values.map(String).join('') : undefined
}

/** As in spreadsheets the first letter is number 1; what reaches beyond the text is left out, and nothing at all is absent. */
const mid: Apply = ([text, start, count]) => {
  if (typeof text !== 'string' || !isNumber(start) || !isNumber(count) || start < 1 || count < 0) return undefined
  return [...text].slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(count)).join('') || undefined
}

/** Where a text begins in another, whatever the case of the letters; 0 where it does not occur. */
const search: Apply = ([part, text]) => {
  if (typeof part !== 'string' || typeof text !== 'string') return undefined
  const [needle, hay] = [part, text].map((each) => each.normalize('NFC').toLocaleLowerCase('vi'))
  const found = hay!.indexOf(needle!)
  return found < 0 ? 0 : [...hay!.slice(0, found)].length + 1
}

const onDate = (apply: (date: string, amount: number, facts: FormulaDay) => string | undefined): Apply => ([date, amount], facts) => {
  // Three centuries at most: nothing in an administration is further away, and calendars end.
  if (!isDate(date) || !isNumber(amount) || Math.abs(amount) > 110_000) return undefined
  const made = apply(date, Math.trunc(amount), facts)
  return isDate(made) ? made : undefined
}
const months = (date: string, amount: number): string | undefined => (Math.abs(amount) > 3600 ? undefined : addMonths(date, amount))

/** Working days are counted one by one, so a century is the limit. */
const countable = 36_525

const workdays: Apply = ([from, to], { calendar }) =>
  (calendar && isDate(from) && isDate(to) && Math.abs(parseDay(to) - parseDay(from)) <= countable * dayMs ? workingDaysBetween(from, to, calendar) : undefined)

export const applications: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['+', numbers((...values) => values.reduce((sum, value) => sum + value, 0))],
  ['-', numbers((a, b) => (b === undefined ? -a! : a! - b))],
  ['*', numbers((...values) => values.reduce((product, value) => product * value, 1))],
  ['/', numbers((a, b) => a! / b!)],
  ['==', ([a, b]) => a === b], ['!=', ([a, b]) => a !== b],
  ['<', compare((order) => order < 0)], ['<=', compare((order) => order <= 0)], ['>', compare((order) => order > 0)], ['>=', compare((order) => order >= 0)],
  ['not', ([a]) => (typeof a === 'boolean' ? !a : undefined)],
  ['min', extreme((a, b) => a < b)], ['max', extreme((a, b) => a > b)], ['round', numbers(round)],
  ['len', ([text]) => (typeof text === 'string' ? [...text].length : undefined)], ['join', join],
  ['mid', mid], ['search', search], ['words', ([value]) => (isNumber(value) ? numberInWords(value) : undefined)], ['dateWords', ([date]) => (isDate(date) ? dateInWords(date) : undefined)],
  ['today', (_operands, { today }) => (isDate(today) ? today : undefined)],
  ['year', ([date]) => (isDate(date) ? Number(date.slice(0, 4)) : undefined)],
  ['days', ([from, to]) => (isDate(from) && isDate(to) ? Math.round((parseDay(to) - parseDay(from)) / dayMs) : undefined)],
  ['addDays', onDate(addDays)], ['addMonths', onDate(months)], ['addYears', onDate((date, years) => months(date, years * 12))],
  ['workdays', workdays],
  ['addWorkdays', onDate((date, days, { calendar }) => (calendar && days >= 0 && days <= countable ? addWorkingDays(date, days, calendar) : undefined))],
  ['intersects', ([a, b]) => (Array.isArray(a) && Array.isArray(b) ? a.some((item) => b.includes(item)) : undefined)],
  ['includes', ([list, item]) => (Array.isArray(list) ? list.includes(item) : undefined)],
])
