// A draft that is under review was saved with other content: the request follows it, and no approval of before counts any more. What
// was looked at and what was said stays.
import { partsTouched } from '#core/change/parts-touched.ts'
import type { ChangeContext } from '#core/change/change-context.ts'
import type { ChangeRequest, Procedure } from '#schemas/generated/types.ts'
import { appendEvents, type NewEvent } from '../audit/procedure-events.ts'
import type { Write } from '../db/unit-of-work.ts'
import { contentHash } from '../procedures/content-hash.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { entryOf, keepRequest, takeStep, type Actor } from './move-request.ts'
import { createChangeRequestRepository, type StoredChangeRequest } from './repository.ts'
import { approversOf, tell } from './tell.ts'

/** Who saves a draft decides nothing about its request. */
const asked = (now: string, actor: Actor, draftHash: string): ChangeContext => ({
  now, actor: { ...actor, roles: [], memberships: [] }, authors: [actor.id], approvers: {}, draftHash, class: 'cosmetic', meaningsAsked: [], people: { drafts: 0, open: 0 },
})

const baseOf = ({ revisions }: DesignerDeps, { procedureId, base }: ChangeRequest) => (base === undefined ? undefined : revisions.find(procedureId, base))

const follow = async (deps: DesignerDeps, actor: Actor, stored: StoredChangeRequest, document: Procedure, hash: string, events: readonly NewEvent[]): Promise<Write[]> => {
  const before = stored.changeRequest
  const now = deps.now()
  const parts = partsTouched((await baseOf(deps, before))?.procedure, document)
  const next = takeStep(before, { type: 'move', hash, parts }, asked(now, actor, hash))
  const heard = approversOf(before).filter((id) => !approversOf(next).includes(id))
  // A save every few seconds is no news; that a word no longer counts is.
  const entries = heard.length > 0 || next.state !== before.state ? [entryOf(next, 'moved', actor, now, { from: before.state, approvalsVoid: heard.length })] : []
  return [...await keepRequest(deps, stored, next, [...entries, ...events], document), ...tell('approval-void', next, heard, actor.id, `${stored.version}`, now)]
}

/** What must be stored with a draft that is saved, and `events` after it; nothing else where no request is under way or the content is the same. */
export const followDraft = (deps: DesignerDeps) => async (actor: Actor, procedureId: string, document: Procedure, events: readonly NewEvent[] = []): Promise<Write[]> => {
  const stored = await createChangeRequestRepository(deps.database).findOpen(procedureId)
  const hash = stored && contentHash(document)
  return !stored || hash === undefined || hash === stored.changeRequest.hash ? appendEvents(deps.database, events) : follow(deps, actor, stored, document, hash, events)
}
