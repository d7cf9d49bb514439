// Whether something was done before, on or after the day on which it was due (trước hạn, đúng hạn, quá hạn). Late is who comes after
// the hour itself; early is who comes on a day before.
import { vietnamDate } from '../text/format.ts'

export const promptnesses = ['early', 'onTime', 'late', 'untimed'] as const
export type Promptness = (typeof promptnesses)[number]

/** `untimed`: nothing was due. */
export const promptnessOf = (at: string, due: string | undefined): Promptness => {
  if (due === undefined) return 'untimed'
  if (Date.parse(at) > Date.parse(due)) return 'late'
  return vietnamDate(at) < vietnamDate(due) ? 'early' : 'onTime'
}
