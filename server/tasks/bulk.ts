// The same done to many dossiers: each is its own unit of work, so one that somebody else moved meanwhile stops no other, and
// nothing is half done.
import type { Bulk, BulkItem, Dossier, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { despiteReminders } from '../dossiers/seen-version.ts'
import { asProblem, ProblemError } from '../http/problem-response.ts'
import { actOnTask } from './act-on-task.ts'
import { assignTask } from './assign-task.ts'

export type Outcome = { dossierId: string } & ({ dossier: Dossier } | { problem: ProblemError })

const deedOf = (deps: DossierDeps, actor: Session, { action, assignment, reason }: Bulk) => ({ dossierId, version }: BulkItem): Promise<Dossier> =>
  (action === undefined
    ? assignTask(deps)(actor, dossierId, { version, ...assignment })
    : actOnTask(deps)(actor, dossierId, { action, version, ...(reason !== undefined && { reason }) }))

export const doInBulk = (deps: DossierDeps) => async (actor: Session, bulk: Bulk): Promise<Outcome[]> => {
  const doOne = deedOf(deps, actor, bulk)
  const outcomes: Outcome[] = []
  for (const item of bulk.items) {
    try {
      outcomes.push({ dossierId: item.dossierId, dossier: await despiteReminders(() => doOne(item)) })
    } catch (error) {
      const problem = asProblem(error)
      if (!problem) deps.log.error({ err: { message: String(error) } }, 'a dossier of many failed')
      outcomes.push({ dossierId: item.dossierId, problem: problem ?? new ProblemError('internal') })
    }
  }
  return outcomes
}
