// Saves answers so far. A draft may be unfinished in every way; in a supplement only what was asked may change.
import { under } from '#core/issues/issue.ts'
import type { SaveAnswers, Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { notEditable } from './dossier-problems.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { createDossierRepository } from './repository.ts'
import { judgeSupplement } from './supplement-changes.ts'

export const saveAnswers = (deps: DossierDeps) => async (actor: Session, id: string, ifVersion: number, { answers, page }: SaveAnswers, also: readonly Write[] = []): Promise<{ version: number }> => {
  const found = await getOwnDossier(deps, actor, id, 'dossier.edit', ifVersion)
  const { dossier } = found
  const dossiers = createDossierRepository(deps.database)
  if (dossier.state === 'draft') await deps.database.commit([...dossiers.saveDraftAnswers(found, answers, page, deps.now()), ...also])
  else if (dossier.state === 'open' && dossier.supplement) {
    const { judges } = await deps.revisions.get(dossier)
    const issues = judges.applicant ? judgeSupplement(judges.applicant.form, dossier.answers, answers, dossier.supplement.fields) : []
    if (issues.length > 0) throw new ProblemError('invalid-answers', under('/answers', issues.slice(0, 100)))
    await deps.database.commit([...dossiers.saveUnsent(found, answers, page, deps.now()), ...also])
  } else throw notEditable()
  return { version: dossier.version + 1 }
}
