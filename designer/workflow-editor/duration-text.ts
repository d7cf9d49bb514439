// A time limit in words of the screen: "6 ngày làm việc".
import { durationWords } from '#core/text/duration-words.ts'
import { locale } from '#runtime/ui/locale.ts'
import type { Duration } from '#schemas/generated/types.ts'

export const durationText = (duration: Duration): string => durationWords(duration, locale.value)
