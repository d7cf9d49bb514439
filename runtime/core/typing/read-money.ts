// An amount in whole đồng while it is typed: signs between digits are groups, wherever they stand by now. Only what a reader of the
// language takes for a fraction, “1,5” in Vietnamese, is none: nobody means 15 by it.
import { formatNumber } from '../text/format.ts'
import type { Locale } from '../text/localise.ts'

const unit = /đ$|₫$|đồng$|vnd$/iu
const fraction: Record<Locale, RegExp> = { vi: /,\d{1,2}$/, en: /\.\d{1,2}$/ }

/** Undefined for what is no amount. */
export const readMoney = (typed: string, locale: Locale): number | undefined => {
  if (fraction[locale].test(typed.trim().replace(unit, '').trim())) return undefined
  const digits = typed.replace(/[\s.,]|đ$|₫$|đồng$|vnd$/giu, '')
  return /^\d+$/.test(digits) && Number.isSafeInteger(Number(digits)) ? Number(digits) : undefined
}

/** What is no number stays as it was typed. */
export const writeNumber = (value: unknown, locale: Locale): string => (typeof value === 'number' ? formatNumber(value, locale) : typeof value === 'string' ? value : '')
