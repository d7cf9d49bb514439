// Who a step belongs to, as swimlanes: the applicant above, then the roles in the order of the document, what runs by itself
// below. An end lies with those who led there.
import type { Assignment, Step, Workflow } from '#schemas/generated/types.ts'
import { localise, type Locale } from '../text/localise.ts'
import { mapPhrase } from './way-words.ts'
import type { Way } from './workflow-ways.ts'

export interface Lane {
  id: string
  kind: 'applicant' | 'role' | 'nobody' | 'system'
  role?: string
  agency?: string
}

const laneId = ({ role, agency }: Assignment): string => (agency === undefined ? `role/${role}` : `role/${role}/${agency}`)

/** Of somebody who acts; a role that nobody described is nobody’s. */
export const laneOfAssignment = ({ roles }: Workflow, by: Assignment | undefined): string => (by && roles.some(({ id }) => id === by.role) ? laneId(by) : 'nobody')

export const lanesOf = (workflow: Workflow): Lane[] => {
  const assigned = workflow.steps.flatMap((step) => [...(step.by ? [step.by] : []), ...(step.opinions ?? []).map(({ by }) => by)])
  const agencies = (role: string): string[] => [...new Set(assigned.flatMap((by) => (by.role === role && by.agency !== undefined ? [by.agency] : [])))]
  const roles = [...new Set(workflow.roles.map(({ id }) => id))].flatMap((role): Lane[] => [{ id: laneId({ role }), kind: 'role', role }, ...agencies(role).map((agency): Lane => ({ id: laneId({ role, agency }), kind: 'role', role, agency }))])
  return [{ id: 'applicant', kind: 'applicant' }, ...roles, { id: 'nobody', kind: 'nobody' }, { id: 'system', kind: 'system' }]
}

export const laneTitle = ({ roles }: Workflow, { kind, role, agency }: Lane, locale: Locale): string => {
  if (kind !== 'role') return mapPhrase(({ applicant: 'laneApplicant', nobody: 'laneNobody', system: 'laneSystem' } as const)[kind], locale)
  const title = localise(roles.find(({ id }) => id === role), 'title', locale) || role!
  return agency === undefined ? title : mapPhrase('laneAgency', locale, { role: title, agency })
}

const ownLane = (workflow: Workflow, step: Step): string | undefined => {
  switch (step.kind) {
    case 'applicant': case 'payment': return 'applicant'
    case 'automatic': return 'system'
    case 'task': return laneOfAssignment(workflow, step.by)
    default: return step.by && laneOfAssignment(workflow, step.by)
  }
}

/** The lane of each step. */
export const stepLanes = (workflow: Workflow, ways: readonly Way[]): Map<string, string> => {
  const lanes = new Map<string, string>()
  const laneOf = (step: Step, asking: ReadonlySet<string>): string => {
    const own = ownLane(workflow, step)
    if (own !== undefined) return own
    const before = ways.filter(({ to, from, kind }) => to === step.id && kind !== 'expiry' && !asking.has(from)).map(({ from }) => workflow.steps.find(({ id }) => id === from)!)[0]
    if (before) return laneOf(before, new Set([...asking, step.id]))
    return step.id === workflow.withdrawTo ? 'applicant' : 'system'
  }
  for (const step of workflow.steps) if (!lanes.has(step.id)) lanes.set(step.id, laneOf(step, new Set([step.id])))
  return lanes
}
