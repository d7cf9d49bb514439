// Dates, money and numbers as Vietnamese and English readers expect them, and text folded for searching. Nothing here
// depends on the machine: instants are shown in Vietnam's time, which knows no summer time.
import type { Locale } from './localise.ts'

const vietnamOffset = 420 * 60_000
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A civil date YYYY-MM-DD: 21/11/2026, or 21 November 2026. What is no date is shown as it is. */
export const formatDate = (date: string, locale: Locale): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  const name = months[Number(month) - 1]
  if (!year || !name) return date
  return locale === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${name} ${year}`
}

/** A year, a month or a day: 1985, 03/1985 or March 1985, 21/03/1985. */
export const formatPartialDate = (date: string, locale: Locale): string => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(date) ?? []
  const name = months[Number(month) - 1]
  if (!year || !name) return formatDate(date, locale)
  return locale === 'vi' ? `${month}/${year}` : `${name} ${year}`
}

/** The civil date in Vietnam of an instant. */
export const vietnamDate = (instant: string | number): string => new Date(new Date(instant).getTime() + vietnamOffset).toISOString().slice(0, 10)

/** An instant in Vietnam's time: 17:00, 21/11/2026. */
export const formatInstant = (instant: string, locale: Locale): string => {
  const local = new Date(new Date(instant).getTime() + vietnamOffset).toISOString()
  return `${local.slice(11, 16)}, ${formatDate(local.slice(0, 10), locale)}`
}

const separators: Record<Locale, { thousands: string; decimal: string }> = { vi: { thousands: '.', decimal: ',' }, en: { thousands: ',', decimal: '.' } }

/** Never 1e-7: nobody reads that on a form. */
const plainDigits = (value: number): string => (/e/.test(String(value)) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : String(value))

export const formatNumber = (value: number, locale: Locale): string => {
  const { thousands, decimal } = separators[locale]
  const [whole = '', fraction] = plainDigits(Math.abs(value)).split('.')
  return (value < 0 ? '-' : '') + whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction ? decimal + fraction : '')
}

/** Whole đồng. */
export const formatMoney = (value: number, locale: Locale): string => `${formatNumber(value, locale)} ${locale === 'vi' ? 'đ' : 'VND'}`

/** What people type: 1.000.000, 1 000 000, 1,5 in Vietnamese. Undefined when it is no number. */
export const parseNumber = (typed: string, locale: Locale): number | undefined => {
  const { thousands, decimal } = separators[locale]
  const plain = typed.replace(/\s|đ|VND|₫/gi, '')
  const groups = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`)
  const text = groups.test(plain) ? plain.replaceAll(thousands, '') : plain
  const value = Number(text.replace(decimal, '.'))
  // Adding zero keeps -0 out of documents.
  return text !== '' && /^-?\d+(\.\d+)?$/.test(text.replace(decimal, '.')) && Number.isFinite(value) ? value + 0 : undefined
}

/** An amount in whole đồng as typed: đồng have no fractions, so both signs part thousands, 150.000 and 150,000 alike. */
export const parseMoney = (typed: string): number | undefined => {
  const plain = typed.replace(/\s|đồng|đ|VND|₫/gi, '')
  if (!/^\d+$|^\d{1,3}(?:[.,]\d{3})+$/.test(plain)) return undefined
  const value = Number(plain.replace(/[.,]/g, ''))
  return Number.isSafeInteger(value) ? value : undefined
}

/** Every text of a JSON value in NFC, names included: equal words are equal texts from here on (contract.md). */
export const nfc = <T>(value: T): T => {
  if (typeof value === 'string') return value.normalize('NFC') as T
  if (Array.isArray(value)) return value.map((item) => nfc<unknown>(item)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.normalize('NFC'), nfc<unknown>(inner)])) as T
}

/** For searching without accents: the same for “Đo lường” and “do luong”, on every database. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]+/g, '').toLowerCase().replaceAll('đ', 'd')
