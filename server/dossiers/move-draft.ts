// Moves one draft to the revision that is in force, over the version that was read: a person who agrees, or the office that decided so.
import type { Dossier, GoOn, Session } from '#schemas/generated/types.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import { assertInForce, withdrawn } from '../procedures/in-force.ts'
import type { Revision } from '../procedures/revision.ts'
import { bringOver, moveFiles } from './bring-over.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { notEditable, notFiledOnline } from './dossier-problems.ts'
import type { StoredDossier } from './dossier-row.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { createDossierRepository } from './repository.ts'

type MoveDeps = Pick<DossierDeps, 'database' | 'revisions' | 'calendar' | 'now'>

export interface MovedDraft {
  dossier: Dossier
  writes: Write[]
}

/** Undefined where there is no form to go on with. */
export const moveDraft = async (deps: MoveDeps, before: StoredDossier, to: Revision): Promise<MovedDraft | undefined> => {
  const now = deps.now()
  const facts = { today: vietnamDate(now), calendar: await deps.calendar(to.procedure.info) }
  const brought = await bringOver(deps.revisions, before.dossier, to, facts, now)
  if (!brought || !to.procedure.workflow) return undefined
  const { aside: _before, ...rest } = before.dossier
  const { aside, ...moved } = brought.moved
  const dossier: Dossier = { ...rest, ...moved, ...(aside.length > 0 && { aside }) }
  const page = to.procedure.form?.pages.some(({ id }) => id === before.page) ? before.page : undefined
  const writes = [
    ...createDossierRepository(deps.database).saveDraftAnswers({ ...before, dossier }, dossier.answers, page, now), ...await moveFiles(deps.database, dossier.id, brought.passage), assertInForce(to),
  ]
  return { dossier: { ...dossier, version: dossier.version + 1 }, writes }
}

/** The applicant goes on under the new revision, having read what changes. */
export const goOn = (deps: DossierDeps) => async (actor: Session, id: string, ifVersion: number, { revision }: GoOn): Promise<{ version: number }> => {
  const found = await getOwnDossier(deps, actor, id, 'dossier.edit', ifVersion)
  if (found.dossier.state !== 'draft') throw notEditable()
  const to = await deps.revisions.findPublished(found.dossier.procedureId)
  if (!to) throw withdrawn()
  if (to.hash !== revision) throw new ProblemError('revision-replaced')
  if (to.hash === found.dossier.revision) return { version: found.dossier.version }
  const moved = await moveDraft(deps, found, to)
  if (!moved) throw notFiledOnline()
  await deps.database.commit(moved.writes)
  return { version: moved.dossier.version }
}
