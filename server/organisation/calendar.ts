// By which calendar the time of a procedure is counted: that of the unit which bears the name of its receiving unit or agency,
// or of the next unit above that has one; the usual one otherwise. Read once and kept for a while.
import { toWorkingCalendar, type WorkingCalendar } from '#core/deadline/working-calendar.ts'
import { foldText } from '#core/text/format.ts'
import type { Info, Unit } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'
import { remembered } from './remembered.ts'
import { createUnitRepository } from './unit-repository.ts'

type Offices = Pick<Info, 'agency' | 'receivingUnit'>

/** Whose calendar counts: of a procedure's office, or the usual one. */
export type ReadCalendar = (of?: Offices) => Promise<WorkingCalendar>

/** The id of the calendar that counts in a unit. */
export const calendarIdOf = (unit: Unit | undefined, units: readonly Unit[]): string => {
  const passed = new Set<string>()
  for (let each = unit; each && !passed.has(each.id); each = units.find(({ id }) => id === each!.parent)) {
    if (each.calendar !== undefined) return each.calendar
    passed.add(each.id)
  }
  return defaultCalendar
}

const isOffice = (name: string | undefined) => (unit: Unit): boolean => name !== undefined && foldText(unit.name) === foldText(name)

/** The id of the calendar by which an office's procedures are counted. */
export const calendarIdFor = ({ agency, receivingUnit }: Offices, units: readonly Unit[]): string =>
  calendarIdOf(units.find(isOffice(receivingUnit)) ?? units.find(isOffice(agency)), units)

interface Kept {
  calendars: Map<string, WorkingCalendar>
  units: Unit[]
  /** By the names of offices that were asked for. */
  chosen: Map<string, WorkingCalendar>
}

const calendars = remembered(async (database): Promise<Kept> => {
  const [stored, units] = await Promise.all([createCalendarRepository(database).list(), createUnitRepository(database).list()])
  return { calendars: new Map(stored.map(({ id, calendar }) => [id, toWorkingCalendar(calendar)])), units, chosen: new Map() }
})

export const forgetCalendars = calendars.forget

export const createCalendar = (database: Database): ReadCalendar => async (of) => {
  const kept = await calendars.get(database)
  const names = JSON.stringify([of?.receivingUnit, of?.agency])
  const calendar = kept.chosen.get(names) ?? kept.calendars.get(of ? calendarIdFor(of, kept.units) : defaultCalendar) ?? kept.calendars.get(defaultCalendar)!
  kept.chosen.set(names, calendar)
  return calendar
}
