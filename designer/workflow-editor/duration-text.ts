// A time limit in words: "6 ngày làm việc".
import { formatNumber } from '#core/text/format.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Duration } from '#schemas/generated/types.ts'
import { t } from '../texts.ts'

export const durationText = ({ amount, unit }: Duration): string => `${formatNumber(amount, locale.value)} ${t(`units.${unit}`)}`
