// Whether what somebody wrote still meets what they read. Reminders come while people write; they raise the version of a dossier
// and change nothing in it, so they stand in nobody's way.
import { onlyReminds } from '#core/workflow/reminders.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { listEvents } from '../audit/repository.ts'
import { ConflictError } from '../db/unit-of-work.ts'
import type { DossierDeps } from './dossier-deps.ts'

/** True when nothing but reminders came since that version was read. */
export const isAsSeen = async (deps: Pick<DossierDeps, 'database' | 'revisions'>, dossier: Dossier, seen: number): Promise<boolean> => {
  if (dossier.version <= seen) return dossier.version === seen
  const { workflow } = (await deps.revisions.get(dossier)).procedure
  if (!workflow) return false
  // Saves of an unfinished supplement count into the version and leave no entry: one of another tab makes the sum differ.
  const since = (await listEvents(deps.database, dossier.id)).filter(({ version }) => version > seen)
  return since.length === dossier.version - seen && since.every((event) => onlyReminds(workflow, event))
}

/** A reminder may come between reading and writing: tried once more, and what somebody else did is told then. */
export const despiteReminders = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    return work()
  }
}
