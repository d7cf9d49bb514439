// A second person decides, never the author, and about exactly the content that was read: when the draft has moved since,
// there is nothing to decide any more.
import { can } from '#core/access/can.ts'
import type { ChangeRequest, Review, Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { contentHash } from '../procedures/content-hash.ts'
import { publishRevision, type PublishDeps } from '../procedures/publish-revision.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { createChangeRequestRepository, type StoredChangeRequest } from './repository.ts'

const draftMoved = (): ProblemError => new ProblemError('version-conflict', [], {
  vi: 'Bản nháp đã thay đổi sau khi gửi thẩm định. Hãy đề nghị người soạn gửi lại.',
  en: 'The draft has changed since it was sent to review. Ask the author to send it again.',
})

const notOpen = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Đề nghị này không còn chờ quyết định.',
  en: 'This request is no longer waiting for a decision.',
})

const byAuthor = (): ProblemError => new ProblemError('forbidden', [], {
  vi: 'Người soạn không được tự thẩm định. Hãy nhờ một người khác.',
  en: 'The author may not review their own request. Ask somebody else.',
})

interface Ready {
  stored: StoredChangeRequest
  /** Version of the draft that has exactly the requested content. */
  draftVersion: number
}

const getReady = async (deps: Deps, actor: Session, id: string): Promise<Ready> => {
  const stored = await createChangeRequestRepository(deps.database).find(id)
  if (!stored) throw new ProblemError('not-found')
  const { authorId, procedureId, hash } = stored.changeRequest
  if (!can(actor, 'procedure.review', authorId === undefined ? {} : { authorId })) throw byAuthor()
  const draft = await createProcedureRepository(deps.database).findDraft(procedureId)
  if (!draft || contentHash(draft.document) !== hash) throw draftMoved()
  return { stored, draftVersion: draft.version }
}

export const reviewChangeRequest = (deps: Deps) => async (actor: Session, id: string, { verdict, hash, comment }: Review): Promise<ChangeRequest> => {
  const { stored: { changeRequest, version }, draftVersion } = await getReady(deps, actor, id)
  if (changeRequest.hash !== hash) throw draftMoved()
  if (changeRequest.state !== 'in-review') throw notOpen()
  const decided: ChangeRequest = {
    ...changeRequest,
    state: verdict === 'approve' ? 'approved' : 'changes-asked',
    decision: { by: actor.name, at: deps.now(), verdict, ...(comment !== undefined && { comment }) },
  }
  const changeRequests = createChangeRequestRepository(deps.database)
  await deps.database.commit([changeRequests.assertDraft(changeRequest.procedureId, draftVersion), changeRequests.decide(decided, actor.id, version)])
  return decided
}

export const publishChangeRequest = (deps: Deps & PublishDeps) => async (actor: Session, id: string): Promise<{ hash: string }> => {
  const { stored: { changeRequest, document, version }, draftVersion } = await getReady(deps, actor, id)
  if (changeRequest.state !== 'approved') throw notOpen()
  const { hash, writes } = await publishRevision(deps)(changeRequest.procedureId, document, actor.name, id)
  const changeRequests = createChangeRequestRepository(deps.database)
  await deps.database.commit([changeRequests.assertDraft(changeRequest.procedureId, draftVersion), changeRequests.markPublished(id, version), ...writes])
  return { hash }
}
