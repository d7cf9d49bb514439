// Who has something to do with a dossier now: the role of its step, those whose opinions are asked for, and those to whom a
// delay was reported. The queue keeps one row for each; every open dossier has one for its step, also where the office waits.
import type { Assignee, Assignment, Dossier, Step, Workflow } from '#schemas/generated/types.ts'
import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import { findStep } from './facts.ts'
import { openOpinions, opinionDueAt } from './opinions.ts'
import { escalatedTo } from './timers.ts'

export interface OpenTask {
  kind: 'step' | 'opinion' | 'escalation'
  /** Tells the tasks of one dossier apart: the id of the opinion, or the role that was told. */
  part: string
  /** Absent where nobody of the office acts. */
  role?: string
  /** Code of the unit that the document names; whether the office has it, the office knows. */
  code?: string
  /** The earlier of the two clocks; absent while they stand still. */
  dueAt?: string
  assignee?: Assignee
}

const actsFor = (by: Assignment | undefined): Pick<OpenTask, 'role' | 'code'> => (by ? { role: by.role, ...(by.code !== undefined && { code: by.code }) } : {})

const earlier = (...instants: (string | undefined)[]): Pick<OpenTask, 'dueAt'> => {
  const [dueAt] = instants.filter((each) => each !== undefined).sort()
  return dueAt === undefined ? {} : { dueAt }
}

const opinionTasks = (step: Step, { opinions, enteredAt, dueAt }: Dossier, calendar: WorkingCalendar): OpenTask[] =>
  openOpinions(step, opinions).map((request) => ({ kind: 'opinion', part: request.id, ...actsFor(request.by), ...earlier(enteredAt && opinionDueAt(request, enteredAt, calendar), dueAt) }))

export const openTasks = (workflow: Workflow, dossier: Dossier, calendar: WorkingCalendar): OpenTask[] => {
  const step = findStep(workflow, dossier.step)
  if (dossier.state !== 'open' || !step) return []
  const due = dossier.pausedAt === undefined ? earlier(dossier.stepDueAt, dossier.dueAt) : {}
  const { assignee } = dossier
  return [
    { kind: 'step', part: '', ...actsFor(step.by), ...due, ...(assignee && { assignee }) },
    ...opinionTasks(step, dossier, calendar),
    ...escalatedTo(step, dossier).map((told): OpenTask => ({ kind: 'escalation', part: told.role, ...actsFor(told), ...due, ...(assignee && { assignee }) })),
  ]
}
