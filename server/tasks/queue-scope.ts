// Which tasks a tab shows to an officer: one or several scopes, each of which reads its page from an index of its own, however
// long the queue is.
import type { Places } from '#core/organisation/places.ts'
import type { QueueFilters, Session } from '#schemas/generated/types.ts'
import { part, type Part } from './queue-filters.ts'

export type OpenTab = Exclude<NonNullable<QueueFilters['tab']>, 'filed'>

export type Viewer = Pick<Session, 'id' | 'roles' | 'standsInFor'> & { places: Pick<Places, 'own'> }

const rolesOf = ({ roles }: Viewer): string[] => [...new Set(roles)]

/** Role and unit of the tasks that wait for somebody: those of any unit, and those of their own. */
const reachOf = (viewer: Viewer): [role: string, unit: string][] => {
  const pairs = [...rolesOf(viewer).map((role) => `${role}/`), ...viewer.places.own]
  return [...new Set(pairs)].map((pair) => pair.split('/') as [string, string])
}

const waiting = `kind <> 'escalation'`

/** `narrow`: another filter has the better index, so that one scope for all is best. */
const waitingScopes = (viewer: Viewer, more: string, narrow: boolean): Part[] => {
  const reach = reachOf(viewer)
  if (!narrow) return reach.map(([role, unit]) => part(`role = ? AND unit = ? AND ${waiting}${more}`, role, unit))
  // Put together, role and unit match no index: the database takes the one of the filter.
  return reach.length === 0 ? [] : [part(`role || '/' || unit IN (${reach.map(() => '?').join(', ')}) AND ${waiting}${more}`, ...reach.map((pair) => pair.join('/')))]
}

export const scopesOf = (tab: OpenTab, viewer: Viewer, narrow = false): Part[] => {
  switch (tab) {
    // What they gave back to the applicant waits for nobody here.
    case 'mine': return [viewer.id, ...(viewer.standsInFor ?? []).map(({ id }) => id)].map((id) => part(`kind = 'step' AND assignee_id = ? AND role <> ''`, id))
    case 'unit': return waitingScopes(viewer, '', narrow)
    case 'unassigned': return waitingScopes(viewer, ' AND assignee_id IS NULL', narrow)
    case 'escalated': return reachOf(viewer).map(([role, unit]) => part(`role = ? AND unit = ? AND kind = 'escalation'`, role, unit))
    case 'all': return [part(`kind = 'step'`)]
  }
}
