// The working days of the office whose procedure is open, for due dates in the designer: those by which the server counts. Without a
// connection weeks are plain: no holidays.
import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { toWorkingCalendar, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { request } from '#runtime/client/http.ts'
import type { Info, OfficeCalendar } from '#schemas/generated/types.ts'

type Office = Partial<Pick<Info, 'agency' | 'receivingUnit'>>

const plainWeeks: WorkingCalendar = { utcOffsetMinutes: 420, hours: [{ from: '07:30', to: '11:30' }, { from: '13:00', to: '17:00' }], weekend: [0, 6], days: {} }

const calendar = shallowRef(plainWeeks)
/** Until then due days are guesses, and no scenario is blamed for one. */
export const isCalendarKnown = computed(() => calendar.value !== plainWeeks)

/** Whose calendar is asked for, or was; names are asked for once they are written. */
let asked: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const writing = 600

const queryOf = ({ agency, receivingUnit }: Office): string => new URLSearchParams({ ...(agency && { agency }), ...(receivingUnit && { receivingUnit }) }).toString()

const load = async (query: string): Promise<void> => {
  asked = query
  calendar.value = plainWeeks
  const reply = await request<OfficeCalendar>('GET', `/api/calendar${query && `?${query}`}`)
  if (asked !== query) return
  if (reply.ok) calendar.value = toWorkingCalendar(reply.value)
  else asked = undefined
}

/** From now on the days of this office count: for as long as the screen is there that calls it. */
export const useOfficeCalendar = (office: () => Office | undefined): void => {
  watch(() => { const now = office(); return now && queryOf(now) }, (query, before) => {
    if (query === undefined || query === asked) return
    clearTimeout(timer)
    if (before === undefined) void load(query)
    else timer = setTimeout(() => void load(query), writing)
  }, { immediate: true })
}

export const useCalendar = (): Readonly<ShallowRef<WorkingCalendar>> => {
  if (asked === undefined) void load('')
  return calendar
}
