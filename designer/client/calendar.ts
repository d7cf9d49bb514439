// The working days of the office, for due dates in the designer. Without a connection weeks are plain: no holidays.
import { computed, shallowRef, type ShallowRef } from 'vue'
import { toWorkingCalendar, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { request } from '#runtime/client/http.ts'
import type { OfficeCalendar } from '#schemas/generated/types.ts'

const plainWeeks: WorkingCalendar = { utcOffsetMinutes: 420, hours: [{ from: '07:30', to: '11:30' }, { from: '13:00', to: '17:00' }], weekend: [0, 6], days: {} }

const calendar = shallowRef(plainWeeks)
/** Until then due days are guesses, and no scenario is blamed for one. */
export const isCalendarKnown = computed(() => calendar.value !== plainWeeks)
let asked: Promise<void> | undefined

const load = async (): Promise<void> => {
  const reply = await request<OfficeCalendar>('GET', '/api/calendar')
  if (reply.ok) calendar.value = toWorkingCalendar(reply.value)
  else asked = undefined
}

export const useCalendar = (): Readonly<ShallowRef<WorkingCalendar>> => {
  asked ??= load()
  return calendar
}
