// A time limit as the law states it, in words: "10 ngày làm việc".
import { formatNumber } from '#core/text/format.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Duration } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

export const durationText = ({ amount, unit }: Duration): string => t(`duration.${unit}`, { n: formatNumber(amount, locale.value) }, amount)
