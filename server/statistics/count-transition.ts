// What a transition adds to the statistics, for its own unit of work: counted exactly when it is stored.
import { countEvent, type CountingFacts } from '#core/statistics/count-events.ts'
import type { Dossier, DossierEvent } from '#schemas/generated/types.ts'
import { listEvents } from '../audit/repository.ts'
import type { Database } from '../db/database.ts'
import type { Write } from '../db/unit-of-work.ts'
import { countWrites } from './repository.ts'

/** What came before matters at the end only: how long it took, how often the applicant was asked. */
export const countTransition = async (database: Database, facts: CountingFacts, event: DossierEvent, next: Dossier): Promise<Write[]> => {
  const earlier = next.state === 'ended' ? await listEvents(database, next.id) : []
  return countWrites(countEvent(facts, event, earlier, next))
}
