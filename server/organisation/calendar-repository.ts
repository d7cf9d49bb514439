// Working calendars with every version that they had: due dates of old dossiers were counted by them.
import type { CalendarVersion, OfficeCalendar } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { CalendarVersionTable } from '../db/organisation-tables.ts'
import type { Write } from '../db/unit-of-work.ts'

/** What counts for units that name no other. */
export const defaultCalendar = 'vn'

/** An office that has entered nothing yet: Vietnam's time and administrative hours, plain weeks. */
const plain: OfficeCalendar = {
  title: 'Lịch làm việc', 'x-i18n': { en: { title: 'Working calendar' } }, utcOffsetMinutes: 420,
  hours: [{ from: '07:30', to: '11:30' }, { from: '13:00', to: '17:00' }], weekend: [0, 6], days: [],
}

export interface StoredCalendar extends CalendarVersion {
  id: string
  calendar: OfficeCalendar
}

/** What stands for a calendar that is given up: its versions stay, because due dates were counted by them. */
const givenUp = 'null'

const toStored = (row: CalendarVersionTable): StoredCalendar =>
  ({ id: row.calendar_id, version: row.number, savedAt: row.saved_at, savedBy: row.saved_by, calendar: JSON.parse(row.content) as OfficeCalendar })

const unsaved: StoredCalendar = { id: defaultCalendar, version: 0, savedAt: '', savedBy: '', calendar: plain }

const selectLatest = 'SELECT c.* FROM calendar_version c WHERE c.number = (SELECT MAX(number) FROM calendar_version WHERE calendar_id = c.calendar_id) AND c.content <> ?'

export const createCalendarRepository = (database: Database) => ({
  /** All of them as they are now, the usual one first. */
  list: async (): Promise<StoredCalendar[]> => {
    const stored = (await database.read<CalendarVersionTable>(`${selectLatest} ORDER BY calendar_id`, [givenUp])).map(toStored)
    return [stored.find(({ id }) => id === defaultCalendar) ?? unsaved, ...stored.filter(({ id }) => id !== defaultCalendar)]
  },
  find: async (id: string): Promise<StoredCalendar | undefined> => {
    const [row] = await database.read<CalendarVersionTable>(`${selectLatest} AND c.calendar_id = ?`, [givenUp, id])
    return row ? toStored(row) : id === defaultCalendar ? unsaved : undefined
  },
  /** Newest first. */
  versionsOf: async (id: string): Promise<CalendarVersion[]> =>
    (await database.read<CalendarVersionTable>('SELECT number, saved_at, saved_by FROM calendar_version WHERE calendar_id = ? ORDER BY number DESC LIMIT 100', [id]))
      .map((row) => ({ version: row.number, savedAt: row.saved_at, savedBy: row.saved_by })),
  /** The number of the last version, also of a calendar that was given up; 0 when there was none. */
  lastNumber: async (id: string): Promise<number> =>
    Number((await database.read<{ n: number | string | null }>('SELECT MAX(number) AS n FROM calendar_version WHERE calendar_id = ?', [id]))[0]?.n ?? 0),
  /** The next version, nothing for a calendar that is given up; stale when somebody stored that number since. */
  insert: (id: string, version: number, calendar: OfficeCalendar | null, by: string, now: string): Write => ({
    sql: 'INSERT INTO calendar_version (calendar_id, number, content, saved_at, saved_by) VALUES (?, ?, ?, ?, ?)',
    parameters: [id, version, calendar ? JSON.stringify(calendar) : givenUp, now, by], expect: 1, conflict: 'stale',
  }),
})
