// A dossier that was filed, for officers. Drafts are their authors' own and do not exist here.
import type { Permission } from '#core/access/can.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import type { StoredDossier } from '../dossiers/dossier-row.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { ProblemError } from '../http/problem-response.ts'
import { assertVisible } from '../organisation/require-permission.ts'

export const getFiledDossier = async (deps: Pick<DossierDeps, 'database'>, actor: Session, id: string, permission: Permission = 'task.read'): Promise<StoredDossier> => {
  const found = await createDossierRepository(deps.database).find(id)
  if (!found) throw new ProblemError('not-found')
  assertVisible(actor, permission, { ownerId: found.dossier.applicantId, state: found.dossier.state })
  return found
}
