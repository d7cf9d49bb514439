// Sends a draft to review, as it is now: what other people approve is this content and no other. Sent again, it is the same request
// with everything that was said about it.
import { partsTouched } from '#core/change/parts-touched.ts'
import type { ChangeRequest, Session } from '#schemas/generated/types.ts'
import { appendEvents } from '../audit/procedure-events.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { proveDocument } from '../procedures/publish-revision.ts'
import { createProcedureRepository, type Draft } from '../procedures/repository.ts'
import { gatherContext } from './gather-context.ts'
import { entryOf, keepRequest, takeStep } from './move-request.ts'
import { createChangeRequestRepository, viewRequest, type StoredChangeRequest } from './repository.ts'
import { reviewersAsked, tell } from './tell.ts'

/** One that nobody has sent yet: what it is sent as makes it one. */
const begin = (deps: DesignerDeps, actor: Session, { id: procedureId, document }: Draft, hash: string): StoredChangeRequest => ({
  changeRequest: { id: deps.newId(), procedureId, state: 'in-review', hash, comment: '', author: actor.name, authorId: actor.id, createdAt: deps.now(), parts: [], approvals: [] },
  document, version: 0,
})

export const openChangeRequest = (deps: DesignerDeps) => async (actor: Session, draft: Draft, comment: string): Promise<ChangeRequest> => {
  const { database } = deps
  const changeRequests = createChangeRequestRepository(database)
  const procedures = createProcedureRepository(database)
  const { hash } = await proveDocument(deps)(draft.document)
  const known = await changeRequests.findOpen(draft.id)
  const stored = known ?? begin(deps, actor, draft, hash)
  const { context, officers } = await gatherContext(deps, actor, stored)
  const base = draft.publishedHash === undefined ? undefined : await deps.revisions.find(draft.id, draft.publishedHash)
  const next = takeStep(stored.changeRequest, { type: 'send', hash, comment, parts: partsTouched(base?.procedure, draft.document), ...(base && { base: base.hash }) }, context)
  const now = deps.now()
  const entry = entryOf(next, 'sent', actor, now, { comment, parts: next.parts, ...(next.base !== undefined && { base: next.base }) })
  const kept = known ? await keepRequest(deps, stored, next, [entry], draft.document) : [changeRequests.insert(next, draft.document), ...await appendEvents(database, [entry])]
  const asked = reviewersAsked(next, officers, { ...context, authors: [...context.authors, actor.id] })
  await database.commit([
    changeRequests.assertDraft(draft.id, draft.version), procedures.assertPublished(draft.id, draft.publishedHash), procedures.noteAuthor(draft.id, actor, now), ...kept,
    ...tell('review-asked', next, asked, actor.id, `${stored.version}`, now),
  ])
  return viewRequest(next)
}
