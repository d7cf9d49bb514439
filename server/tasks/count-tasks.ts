// How much each tab of the queue holds. Counting stops where nobody reads on, so that it costs the same in a long queue as in
// a short one.
import type { QueueCounts, TabCount } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import { allOf, statusPart, type Moment, type Part } from './queue-filters.ts'
import { scopesOf, type OpenTab, type Viewer } from './queue-scope.ts'

export const mostCounted = 1000

const tabs = ['mine', 'unit', 'unassigned', 'escalated', 'all'] as const satisfies readonly OpenTab[]

const countScope = async (database: Database, { sql, parameters }: Part): Promise<number> => {
  const [row] = await database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM (SELECT 1 FROM task WHERE ${sql} LIMIT ?) counted`, [...parameters, mostCounted])
  return Number(row?.n ?? 0)
}

const countTab = async (database: Database, viewer: Viewer, tab: OpenTab, moment: Moment): Promise<TabCount> => {
  const scopes = scopesOf(tab, viewer)
  const count = async (more: readonly Part[]): Promise<number> => {
    const all = await Promise.all(scopes.map((scope) => countScope(database, allOf([scope, ...more]))))
    return Math.min(mostCounted, all.reduce((sum, n) => sum + n, 0))
  }
  const [whole, overdue, soon] = await Promise.all([count([]), count([statusPart('overdue', moment)]), count([statusPart('soon', moment)])])
  return { count: whole, overdue, soon }
}

export const countTasks = async (database: Database, viewer: Viewer, moment: Moment): Promise<QueueCounts> => {
  const counted = await Promise.all(tabs.map((tab) => countTab(database, viewer, tab, moment)))
  return { most: mostCounted, ...Object.fromEntries(tabs.map((tab, i) => [tab, counted[i]!])) as Record<OpenTab, TabCount> }
}
