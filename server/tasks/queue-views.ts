// Views of the queue that officers keep by name, for themselves or for the colleagues of a unit.
import type { QueueView, SaveQueueView, Session } from '#schemas/generated/types.ts'
import type { Database } from '../db/database.ts'
import type { QueueViewTable } from '../db/queue-tables.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { readFilters } from './queue-filters.ts'

const mostOfOnePerson = 50
const mostListed = 200

const unitsOf = ({ unit, units = [] }: Session): string[] => [...new Set([...units.map((each) => each.unit), ...(unit === undefined ? [] : [unit])])]

const toView = ({ id, name, filters, unit, owner_id, owner }: QueueViewTable, actor: Session): QueueView =>
  ({ id, name, filters: JSON.parse(filters) as QueueView['filters'], ...(unit !== null && { unit }), own: owner_id === actor.id, owner })

/** Those of the officer first, then those that colleagues share. */
export const listViews = async (database: Database, actor: Session): Promise<QueueView[]> => {
  const units = unitsOf(actor)
  const shared = units.length === 0 ? '' : ` OR unit IN (${units.map(() => '?').join(', ')})`
  const rows = await database.read<QueueViewTable>(`SELECT * FROM queue_view WHERE owner_id = ?${shared} ORDER BY name, id LIMIT ?`, [actor.id, ...units, mostListed])
  return rows.map((row) => toView(row, actor)).sort((a, b) => Number(b.own) - Number(a.own))
}

const judgeView = (actor: Session, { name, filters, unit }: SaveQueueView): Pick<QueueViewTable, 'name' | 'filters' | 'unit'> => {
  if (unit !== undefined && !unitsOf(actor).includes(unit)) throw new ProblemError('invalid-body', [{ pointer: '/unit', code: 'body.unknown' }])
  return { name: name.normalize('NFC'), filters: JSON.stringify(readFilters((each) => filters[each as keyof typeof filters])), unit: unit ?? null }
}

const viewOf = (id: string, actor: Session, saved: Pick<QueueViewTable, 'name' | 'filters' | 'unit'>): QueueView => toView({ id, owner_id: actor.id, owner: actor.name, saved_at: '', ...saved }, actor)

export const addView = async ({ database, newId, now }: DossierDeps, actor: Session, asked: SaveQueueView): Promise<QueueView> => {
  const view = judgeView(actor, asked)
  const id = newId()
  await database.commit([{
    sql: `INSERT INTO queue_view (id, owner_id, owner, name, filters, unit, saved_at) SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT COUNT(*) FROM queue_view WHERE owner_id = ?) < ?`,
    parameters: [id, actor.id, actor.name, view.name, view.filters, view.unit, now(), actor.id, mostOfOnePerson], expect: 1, conflict: 'too-many',
  }])
  return viewOf(id, actor, view)
}

export const changeView = async ({ database, now }: DossierDeps, actor: Session, id: string, asked: SaveQueueView): Promise<QueueView> => {
  const view = judgeView(actor, asked)
  await database.commit([{
    sql: 'UPDATE queue_view SET name = ?, filters = ?, unit = ?, saved_at = ? WHERE id = ? AND owner_id = ?', parameters: [view.name, view.filters, view.unit, now(), id, actor.id],
    expect: 1, conflict: 'not-found',
  }])
  return viewOf(id, actor, view)
}

/** Only by whoever made it. */
export const removeView = async ({ database }: DossierDeps, actor: Session, id: string): Promise<void> =>
  void await database.commit([{ sql: 'DELETE FROM queue_view WHERE id = ? AND owner_id = ?', parameters: [id, actor.id], expect: 1, conflict: 'not-found' }])
