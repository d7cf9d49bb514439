// Other people decide, each about the parts that are theirs, and about exactly the content that was read; and the author says what
// becomes of those whom the change meets.
import type { ChangePlan, ChangeRequest, Review, Session } from '#schemas/generated/types.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { proveDocument } from '../procedures/publish-revision.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { findRequest, gatherContext } from './gather-context.ts'
import { entryOf, keepRequest, takeStep } from './move-request.ts'
import { createChangeRequestRepository, viewRequest } from './repository.ts'
import { approversOf, tell } from './tell.ts'

export const reviewChangeRequest = (deps: DesignerDeps) => async (actor: Session, id: string, { verdict, hash, comment, parts }: Review): Promise<ChangeRequest> => {
  const stored = await findRequest(deps, id)
  const { context, draft } = await gatherContext(deps, actor, stored)
  const { changeRequest: before, version } = stored
  const next = takeStep(before, { type: 'review', verdict, hash, ...(parts && { parts }), ...(comment !== undefined && { comment }) }, context)
  // The draft may have moved since it was sent: nobody approves what could not be published.
  if (verdict === 'approve') await proveDocument(deps)(stored.document)
  const said = next.approvals.slice(before.approvals.length).map(({ part }) => part)
  const entry = entryOf(next, verdict === 'approve' ? 'approved' : 'changes-asked', actor, context.now, { parts: said, ...(comment !== undefined && { comment }) })
  const news = next.state === before.state ? [] : tell(verdict === 'approve' ? 'approved' : 'changes-asked', next, context.authors, actor.id, `${version}`, context.now)
  await deps.database.commit([createChangeRequestRepository(deps.database).assertDraft(before.procedureId, draft.version), ...await keepRequest(deps, stored, next, [entry]), ...news])
  return viewRequest(next)
}

export const planChange = (deps: DesignerDeps) => async (actor: Session, id: string, plan: ChangePlan): Promise<ChangeRequest> => {
  const stored = await findRequest(deps, id)
  const { context } = await gatherContext(deps, actor, stored)
  const { changeRequest: before, version } = stored
  const next = takeStep(before, { type: 'plan', plan }, context)
  const heard = approversOf(before).filter((each) => !approversOf(next).includes(each))
  await deps.database.commit([
    ...await keepRequest(deps, stored, next, [entryOf(next, 'planned', actor, context.now, { ...plan })]),
    createProcedureRepository(deps.database).noteAuthor(before.procedureId, actor, context.now),
    ...tell('approval-void', next, heard, actor.id, `${version}`, context.now),
  ])
  return viewRequest(next)
}
