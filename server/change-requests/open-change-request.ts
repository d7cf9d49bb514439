// Sends a draft to review, as it is now: what a second person approves is this content and no other.
import type { ChangeRequest, Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { proveDocument, type PublishDeps } from '../procedures/publish-revision.ts'
import type { Draft } from '../procedures/repository.ts'
import { createChangeRequestRepository } from './repository.ts'

export const openChangeRequest = (deps: Deps & PublishDeps) => async (actor: Session, draft: Draft, comment: string): Promise<ChangeRequest> => {
  const { hash } = await proveDocument(deps)(draft.document)
  const changeRequest: ChangeRequest = {
    id: deps.newId(), procedureId: draft.id, state: 'in-review', hash, comment, author: actor.name, authorId: actor.id, createdAt: deps.now(),
  }
  const changeRequests = createChangeRequestRepository(deps.database)
  await deps.database.commit([changeRequests.assertDraft(draft.id, draft.version), changeRequests.closeOpen(draft.id), changeRequests.insert(changeRequest, draft.document)])
  return changeRequest
}
