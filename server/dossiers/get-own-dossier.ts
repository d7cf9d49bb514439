// The dossier of the person who asks. To everybody else it does not exist.
import type { Permission } from '#core/access/can.ts'
import type { Session } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import { isAwaitedAtCounter } from '#core/dossier/on-behalf.ts'
import { assertVisible } from '../organisation/require-permission.ts'
import type { DossierDeps } from './dossier-deps.ts'
import type { StoredDossier } from './dossier-row.ts'
import { createDossierRepository } from './repository.ts'
import { isAsSeen } from './seen-version.ts'

export const getOwnDossier = async (deps: Pick<DossierDeps, 'database' | 'revisions'>, actor: Session, id: string, permission: Permission, ifVersion?: number): Promise<StoredDossier> => {
  const found = await createDossierRepository(deps.database).find(id)
  if (!found) throw new ProblemError('not-found')
  assertVisible(actor, permission, { ownerId: found.dossier.applicantId, state: found.dossier.state, enteredBy: found.dossier.intake?.officerId, atCounter: isAwaitedAtCounter(found.dossier) })
  // What was written by the form of before the move is not wrong, it is for another form: whoever wrote it is told so.
  if (found.dossier.state === 'draft' && found.dossier.moved && ifVersion !== undefined && ifVersion < found.dossier.moved.version) throw new ProblemError('revision-replaced')
  if (ifVersion !== undefined && !(await isAsSeen(deps, found.dossier, ifVersion))) throw new ProblemError('stale')
  return found
}
