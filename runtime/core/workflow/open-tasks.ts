// Who has something to do with a dossier now: the role of its step, those whose opinions are asked for, and those to whom a
// delay was reported. The queue keeps one row for each; every open dossier has one for its step, also where the office waits.
import type { Assignee, Assignment, Dossier, Step, Workflow } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { findStep } from './facts.ts'
import { openOpinions, opinionDueAt } from './opinions.ts'

export interface OpenTask {
  kind: 'step' | 'opinion' | 'escalation'
  /** Tells the tasks of one dossier apart: the id of the opinion, or the role that was told. */
  part: string
  /** Absent where nobody of the office acts. */
  role?: string
  /** A unit of the organisation; absent where any officer with the role may act. */
  unit?: string
  /** The earlier of the two clocks; absent while they stand still. */
  dueAt?: string
  assignee?: Assignee
}

/** Names of units that documents carry for people to read are no ids of the organisation. */
const isUnitId = (unit: string | undefined): unit is string => unit !== undefined && /^[a-z][a-z0-9-]{0,63}$/.test(unit)

const actsFor = (by: Assignment | undefined): Pick<OpenTask, 'role' | 'unit'> => ({ ...(by && { role: by.role }), ...(isUnitId(by?.unit) && { unit: by.unit }) })

const earlier = (...instants: (string | undefined)[]): Pick<OpenTask, 'dueAt'> => {
  const [dueAt] = instants.filter((each) => each !== undefined).sort()
  return dueAt === undefined ? {} : { dueAt }
}

const opinionTasks = (step: Step, { opinions, enteredAt, dueAt }: Dossier, calendar: WorkingCalendar): OpenTask[] =>
  openOpinions(step, opinions).map((request) => ({ kind: 'opinion', part: request.id, ...actsFor(request.by), ...earlier(enteredAt && opinionDueAt(request, enteredAt, calendar), dueAt) }))

const toldRoles = (step: Step, { fired = [] }: Dossier): string[] =>
  [...new Set((step.timers ?? []).flatMap(({ id, do: deed, role }) => (deed === 'escalate' && role !== undefined && fired.includes(id) ? [role] : [])))]

export const openTasks = (workflow: Workflow, dossier: Dossier, calendar: WorkingCalendar): OpenTask[] => {
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step) return []
  const due = dossier.pausedAt === undefined ? earlier(dossier.stepDueAt, dossier.dueAt) : {}
  const { assignee } = dossier
  return [
    { kind: 'step', part: '', ...actsFor(step.by), ...due, ...(assignee && { assignee }) },
    ...opinionTasks(step, dossier, calendar),
    ...toldRoles(step, dossier).map((role): OpenTask => ({ kind: 'escalation', part: role, role, ...due, ...(assignee && { assignee }) })),
  ]
}
