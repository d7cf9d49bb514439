// Time and money of a procedure in a few words: "7–24 ngày làm việc", "50.000 – 150.000 đ".
import { formatDate, formatMoney, formatNumber } from '#core/text/format.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Duration, FeeRange, ProcedureSummary } from '#schemas/generated/types.ts'
import { t } from './texts.ts'

export const durationText = ({ amount, unit }: Duration): string => t(`duration.${unit}`, { n: formatNumber(amount, locale.value) }, amount)

/** Limits of one unit stand together; '' when none is stated. */
export const limitsText = (limits: readonly Duration[]): string => {
  const [first] = limits
  const amounts = limits.map(({ amount }) => amount)
  if (!first || limits.length === 1 || limits.some(({ unit }) => unit !== first.unit)) return limits.map(durationText).join(' / ')
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  return t(`duration.${first.unit}`, { n: `${formatNumber(least, locale.value)}–${formatNumber(most, locale.value)}` }, most)
}

export const feeText = (fee: FeeRange | undefined): string => {
  if (fee?.kind !== 'known' || fee.least === undefined || fee.most === undefined) return fee ? t(fee.kind === 'none' ? 'card.feeNone' : 'card.feeVaries') : ''
  const most = formatMoney(fee.most, locale.value)
  return fee.least === fee.most ? most : `${formatNumber(fee.least, locale.value)} – ${most}`
}

/** Why nothing can be filed today. */
export const closedText = (closed: NonNullable<ProcedureSummary['closed']>): string =>
  (closed.until === undefined ? t('card.closed') : t('card.paused', { day: formatDate(closed.until, locale.value) }))
