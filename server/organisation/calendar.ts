// Working days of the office: opening hours and weekly rest, and beside them holidays, substitute days and working
// Saturdays as data (domain.md §3.2). Read once and kept for a while.
import { toWorkingCalendar, type CalendarDocument, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { Database } from '../db/database.ts'
import type { CalendarDayTable } from '../db/tables.ts'
import type { Write } from '../db/unit-of-work.ts'

type Day = CalendarDocument['days'][number]

/** Vietnam's time; administrative hours of most agencies. */
const office: Omit<CalendarDocument, 'days'> = {
  utcOffsetMinutes: 420,
  hours: [{ from: '07:30', to: '11:30' }, { from: '13:00', to: '17:00' }],
  weekend: [0, 6],
}

const kinds = { off: 'holiday', work: 'working' } as const

const toDay = ({ date, kind, reason, source }: CalendarDayTable): Day => ({ date, kind: kind === 'holiday' ? 'off' : 'work', reason, source })

export const readCalendarDocument = async (database: Database): Promise<CalendarDocument> => ({
  ...office,
  days: (await database.read<CalendarDayTable>('SELECT date, kind, reason, source FROM calendar_day ORDER BY date')).map(toDay),
})

/** A day that is already known stays as the office has it. */
export const addCalendarDay = ({ date, kind, reason, source }: Day): Write => ({
  sql: 'INSERT INTO calendar_day (date, kind, reason, source) VALUES (?, ?, ?, ?) ON CONFLICT (date) DO NOTHING',
  parameters: [date, kinds[kind], reason, source ?? ''],
})

export type ReadCalendar = () => Promise<WorkingCalendar>

// A day that is added counts within this time.
const keepMs = 60_000

export const createCalendar = (database: Database): ReadCalendar => {
  let kept: { calendar: WorkingCalendar; at: number } | undefined
  return async () => {
    if (!kept || performance.now() - kept.at > keepMs) kept = { calendar: toWorkingCalendar(await readCalendarDocument(database)), at: performance.now() }
    return kept.calendar
  }
}
