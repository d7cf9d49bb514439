// Counts dossiers that were filed before there were counters, from their audit trail, up to the version that they had then: what
// happened to them since was counted when it happened.
import { countEvents } from '#core/statistics/count-events.ts'
import type { Counter } from '#core/statistics/counter.ts'
import { listEvents } from '../audit/repository.ts'
import type { StatisticBacklogTable } from '../db/statistics-tables.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { addWrites } from './repository.ts'

const batch = 200

type CountingDeps = Pick<DossierDeps, 'database' | 'revisions' | 'calendar'>

/** All that a dossier adds, up to a version. */
export const countDossier = async (deps: CountingDeps, id: string, upTo = Infinity): Promise<Counter[]> => {
  const found = await createDossierRepository(deps.database).find(id)
  const procedure = found && (await deps.revisions.get(found.dossier)).procedure
  if (!procedure?.workflow) return []
  const events = (await listEvents(deps.database, id)).filter(({ version }) => version <= upTo)
  return countEvents({ workflow: procedure.workflow, calendar: await deps.calendar(procedure.info) }, events, found!.dossier)
}

/** Says whether there are more. */
export const countEarlier = async (deps: CountingDeps): Promise<boolean> => {
  const waiting = await deps.database.read<StatisticBacklogTable>('SELECT * FROM statistic_backlog ORDER BY dossier_id LIMIT ?', [batch])
  if (waiting.length === 0) return false
  const counters = await Promise.all(waiting.map(({ dossier_id, version }) => countDossier(deps, dossier_id, Number(version))))
  try {
    await deps.database.commit([...waiting.map(({ dossier_id }) => ({ sql: 'DELETE FROM statistic_backlog WHERE dossier_id = ?', parameters: [dossier_id], expect: 1 })), ...addWrites(counters.flat())])
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
  }
  return waiting.length === batch
}
