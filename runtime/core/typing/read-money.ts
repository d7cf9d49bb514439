// An amount in whole đồng while it is typed: signs between digits are always groups, wherever they stand by now.
import { formatNumber } from '../text/format.ts'
import type { Locale } from '../text/localise.ts'

/** Undefined for what is no amount. */
export const readMoney = (typed: string): number | undefined => {
  const digits = typed.replace(/[\s.,]|đ$|₫$|đồng$|vnd$/giu, '')
  return /^\d+$/.test(digits) && Number.isSafeInteger(Number(digits)) ? Number(digits) : undefined
}

/** What is no number stays as it was typed. */
export const writeNumber = (value: unknown, locale: Locale): string => (typeof value === 'number' ? formatNumber(value, locale) : typeof value === 'string' ? value : '')
