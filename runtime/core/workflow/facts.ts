// What a transition knows besides the workflow and the dossier: who acts, when, and over which calendar.
import type { Step, Workflow } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { Places } from '../organisation/places.ts'

export interface Actor {
  id?: string
  roles: readonly string[]
  /** Absent colleagues whose dossiers this person may work on. */
  standsInFor?: readonly string[]
  /** In which units, the absent colleagues' too; absent where units are not told apart. */
  places?: Places
}

export interface Facts {
  actor: Actor & { id: string; name: string }
  /** RFC 3339, UTC. */
  now: string
  calendar: WorkingCalendar
  /** What the person that a dossier is given to acts as, and where; only the keeper of accounts knows it. */
  recipient?: Pick<Actor, 'roles' | 'places'>
}

export const findStep = (workflow: Workflow, id: string | undefined): Step | undefined => workflow.steps.find((step) => step.id === id)
