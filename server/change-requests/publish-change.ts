// Puts an approved change into force, now or at its time. At that moment the base must still be in force and the draft what was
// approved; otherwise the request goes back to review and its people are told. Exactly once: request, draft and revision are stored in
// one unit of work over what was read.
import type { ChangeContext } from '#core/change/change-context.ts'
import { changeRequest as step } from '#core/change/change-request.ts'
import { partsTouched } from '#core/change/parts-touched.ts'
import type { ChangeRequest, PublishChange, Session } from '#schemas/generated/types.ts'
import { tellOfPublication } from '../data-readers/tell-readers.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { beginMoves } from '../dossiers/moves-repository.ts'
import { proveDocument, publishRevision } from '../procedures/publish-revision.ts'
import { createProcedureRepository } from '../procedures/repository.ts'
import { asRefused } from './change-problems.ts'
import { findRequest, gatherContext, type Gathered } from './gather-context.ts'
import { entryOf, keepRequest, takeStep, type Actor } from './move-request.ts'
import { createChangeRequestRepository, viewRequest } from './repository.ts'
import { approversOf, reviewersAsked, tell } from './tell.ts'

/** What was decided about is there no longer: the request takes in what is there now, and is decided again. */
export const sendBack = async (deps: DesignerDeps, actor: Actor, { stored, draft, officers, context }: Gathered, why: string): Promise<void> => {
  const { changeRequest: before, version } = stored
  const base = draft.publishedHash === undefined ? undefined : await deps.revisions.find(draft.id, draft.publishedHash)
  const parts = partsTouched(base?.procedure, draft.document)
  const rebased = takeStep(before, { type: 'rebase', parts, ...(base && { base: base.hash }) }, context)
  const next = takeStep(rebased, { type: 'move', parts, hash: context.draftHash }, context)
  const people = [...context.authors, ...approversOf(before), ...reviewersAsked(next, officers, context)]
  await deps.database.commit([
    createChangeRequestRepository(deps.database).assertDraft(draft.id, draft.version),
    ...await keepRequest(deps, stored, next, [entryOf(next, 'rebased', actor, context.now, { why })], draft.document),
    ...tell('sent-back', next, people, '', `${version}`, context.now),
  ])
}

const contentOf = ({ base, comment, disposition, legalBasis, publishAt, approvals }: ChangeRequest, { class: changeClass }: ChangeContext) => ({
  comment, class: changeClass, ...(base !== undefined && { base }), ...(disposition && { disposition }), ...(legalBasis !== undefined && { legalBasis }), ...(publishAt !== undefined && { publishAt }),
  approvals: approvals.filter((each) => each.void === undefined).map(({ part, by, byId, at }) => ({ part, by, byId, at })),
})

/** The writes that publish what was approved. */
const publication = async (deps: DesignerDeps, actor: Actor, { stored, draft, context }: Gathered, next: ChangeRequest): Promise<{ hash: string; writes: Write[] }> => {
  const { hash, writes } = await publishRevision(deps)(draft.id, stored.document, { by: actor.name, byId: actor.id, changeRequestId: next.id, content: contentOf(next, context) })
  const kept = await keepRequest(deps, stored, next, [])
  return {
    hash,
    writes: [
      createChangeRequestRepository(deps.database).assertDraft(draft.id, draft.version), createProcedureRepository(deps.database).assertPublished(draft.id, draft.publishedHash),
      ...kept, ...writes, ...beginMoves(next, context.now),
      ...tell('published', next, [...context.authors, ...approversOf(next)], actor.id, `${stored.version}`, context.now), ...await tellOfPublication(deps, stored, context.now),
    ],
  }
}

/** Publishes, or sends back what is no longer what was approved; the refusal is thrown after it was stored. */
export const carryOut = async (deps: DesignerDeps, actor: Actor, gathered: Gathered, by: 'person' | 'clock'): Promise<{ hash: string }> => {
  const { stored: { changeRequest }, context } = gathered
  const changed = step(changeRequest, { type: 'publish', by }, context)
  if ('refused' in changed) {
    if (changed.refused === 'change.otherBase' || changed.refused === 'change.otherContent') await sendBack(deps, actor, gathered, changed.refused)
    throw asRefused(changed.refused, { hash: context.draftHash, state: changeRequest.state })
  }
  const { hash, writes } = await publication(deps, actor, gathered, changed.request)
  await deps.database.commit(writes)
  return { hash }
}

/** Proved as of that day: a document may speak of dates. */
const schedule = async (deps: DesignerDeps, actor: Actor, { stored, draft, context }: Gathered, at: string): Promise<ChangeRequest> => {
  const next = takeStep(stored.changeRequest, { type: 'schedule', at }, context)
  await proveDocument(deps)(stored.document, next.publishAt)
  await deps.database.commit([
    createChangeRequestRepository(deps.database).assertDraft(draft.id, draft.version),
    ...await keepRequest(deps, stored, next, [entryOf(next, 'scheduled', actor, context.now, { publishAt: next.publishAt })]),
    ...tell('scheduled', next, context.authors, actor.id, `${stored.version}`, context.now),
  ])
  return viewRequest(next)
}

/** As planned, unless whoever publishes says now or another time. */
export const publishChangeRequest = (deps: DesignerDeps) =>
  async (actor: Session, id: string, { now, at }: PublishChange): Promise<{ hash: string } | { changeRequest: ChangeRequest }> => {
    const gathered = await gatherContext(deps, actor, await findRequest(deps, id))
    const { state, publishAt } = gathered.stored.changeRequest
    const planned = state === 'approved' && publishAt !== undefined && publishAt > gathered.context.now ? publishAt : undefined
    const when = at ?? (now ? undefined : planned)
    return when === undefined ? carryOut(deps, actor, gathered, 'person') : { changeRequest: await schedule(deps, actor, gathered, when) }
  }
