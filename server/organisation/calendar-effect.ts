// How many open dossiers were promised a date that a changed calendar would count to another day. Told before saving; what was
// promised stays.
import { shiftOf } from '#core/deadline/recount-due.ts'
import { toWorkingCalendar } from '#core/deadline/working-calendar.ts'
import type { CalendarEffect, OfficeCalendar } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { calendarIdFor } from './calendar.ts'
import { createUnitRepository } from './unit-repository.ts'

interface Promised {
  procedure_id: string
  revision: string
  due_at: string
  n: number | string
}

// Many dossiers share a day of promise: few rows whatever their number.
const select = `SELECT procedure_id, revision, due_at, COUNT(*) AS n FROM dossier WHERE state = 'open' AND due_at > ? AND paused_at IS NULL GROUP BY procedure_id, revision, due_at`

export const calendarEffect = async ({ database, revisions, now }: Pick<DossierDeps, 'database' | 'revisions' | 'now'>, id: string, before: OfficeCalendar, next: OfficeCalendar): Promise<CalendarEffect> => {
  const at = now()
  const [rows, units] = await Promise.all([database.read<Promised>(select, [at]), createUnitRepository(database).list()])
  const [old, changed] = [toWorkingCalendar(before), toWorkingCalendar(next)]
  const effect: CalendarEffect = { open: 0, later: 0, earlier: 0 }
  for (const row of rows) {
    const { info, workflow } = (await revisions.get({ procedureId: row.procedure_id, revision: row.revision })).procedure
    if (!workflow?.clock || calendarIdFor(info, units) !== id) continue
    const shift = shiftOf({ now: at, dueAt: row.due_at, unit: workflow.clock.limit.unit }, old, changed)
    effect.open += Number(row.n)
    if (shift > 0) effect.later += Number(row.n)
    if (shift < 0) effect.earlier += Number(row.n)
  }
  return effect
}
