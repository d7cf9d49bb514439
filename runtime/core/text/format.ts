// Dates, money and numbers as Vietnamese and English readers expect them, and text folded for searching. Nothing here
// depends on the machine: instants are shown in Vietnam's time, which knows no summer time.
import type { Locale } from './localise.ts'

const vietnamOffset = 420 * 60_000
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A civil date YYYY-MM-DD: 21/11/2026, or 21 November 2026. */
export const formatDate = (date: string, locale: Locale): string => {
  const [year, month, day] = date.split('-')
  return locale === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

/** The civil date in Vietnam of an instant. */
export const vietnamDate = (instant: string | number): string => new Date(new Date(instant).getTime() + vietnamOffset).toISOString().slice(0, 10)

/** An instant in Vietnam's time: 17:00, 21/11/2026. */
export const formatInstant = (instant: string, locale: Locale): string => {
  const local = new Date(new Date(instant).getTime() + vietnamOffset).toISOString()
  return `${local.slice(11, 16)}, ${formatDate(local.slice(0, 10), locale)}`
}

const separators: Record<Locale, { thousands: string; decimal: string }> = { vi: { thousands: '.', decimal: ',' }, en: { thousands: ',', decimal: '.' } }

export const formatNumber = (value: number, locale: Locale): string => {
  const { thousands, decimal } = separators[locale]
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
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
  return text !== '' && /^-?\d+(\.\d+)?$/.test(text.replace(decimal, '.')) && Number.isFinite(value) ? value : undefined
}

/** An amount in whole đồng as typed; undefined when it is none. */
export const parseMoney = (typed: string, locale: Locale): number | undefined => {
  const value = parseNumber(typed, locale)
  return value !== undefined && Number.isInteger(value) ? value : undefined
}

/** For searching without accents: the same for “Đo lường” and “do luong”, on every database. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase()
