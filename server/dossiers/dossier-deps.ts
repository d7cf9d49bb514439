// What filing and handling dossiers need from the world.
import type { Deps } from '../deps.ts'
import type { ReadCalendar } from '../organisation/calendar.ts'
import type { Revisions } from '../procedures/revision.ts'

export interface DossierDeps extends Deps {
  revisions: Revisions
  calendar: ReadCalendar
}
