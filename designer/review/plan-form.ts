// What the author fills in about a change before others approve it, and the plan that comes of it; or what is missing in it.
import { reactive, watch } from 'vue'
import { vietnamDate } from '#core/text/format.ts'
import type { ChangePlan, ChangeRequest, Disposition } from '#schemas/generated/types.ts'

export interface GivenPlan {
  drafts: Disposition['drafts'] | ''
  until: string | undefined
  open: Disposition['open'] | ''
  vi: string
  en: string
  legalBasis: string
  day: string | undefined
}

export type PlanGap = 'drafts' | 'until' | 'open' | 'vi' | 'en' | 'day'

export const givenOf = ({ disposition, legalBasis = '', publishAt }: ChangeRequest): GivenPlan => ({
  drafts: disposition?.drafts ?? '', until: disposition?.draftsUntil, open: disposition?.open ?? '', vi: disposition?.message.vi ?? '', en: disposition?.message.en ?? '',
  legalBasis, day: publishAt === undefined ? undefined : vietnamDate(publishAt),
})

const isDay = (day: string | undefined): boolean => day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(day)

const isBegun = ({ drafts, open, vi, en }: GivenPlan): boolean => drafts !== '' || open !== '' || vi.trim() !== '' || en.trim() !== ''

/** Where nobody is met the choices may stay open; once begun they are made as a whole. */
export const gapsOf = (given: GivenPlan, isNeeded: boolean): PlanGap[] => {
  const { drafts, open, vi, en, until, day } = given
  const days: PlanGap[] = [...(drafts === 'finish' && !isDay(until) ? ['until' as const] : []), ...(isDay(day) ? [] : ['day' as const])]
  if (!isNeeded && !isBegun(given)) return days
  return [...(drafts === '' ? ['drafts' as const] : []), ...(open === '' ? ['open' as const] : []), ...(vi.trim() ? [] : ['vi' as const]), ...(en.trim() ? [] : ['en' as const]), ...days]
}

const dispositionOf = ({ drafts, until, open, vi, en }: GivenPlan): Disposition | null =>
  (drafts === '' || open === '' ? null : { drafts, ...(drafts === 'finish' && until !== undefined && { draftsUntil: until }), open, message: { vi: vi.trim(), en: en.trim() } })

/** Only the day that was changed: an hour that somebody set stays. */
export const planOf = (given: GivenPlan, request: ChangeRequest): ChangePlan => ({
  disposition: dispositionOf(given), legalBasis: given.legalBasis.trim() || null, ...(given.day !== givenOf(request).day && { publishAt: given.day ?? null }),
})

/** As it was planned last, until somebody begins to change it. */
export const useGivenPlan = (request: () => ChangeRequest): GivenPlan => {
  const given = reactive(givenOf(request()))
  watch(() => JSON.stringify(givenOf(request())), () => { Object.assign(given, givenOf(request())) })
  return given
}
