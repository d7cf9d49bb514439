// Carries a change request through one step of its life: the next request, the entry in the procedure's history and the letters, as
// writes for the unit of work of whoever asks.
import { changeRequest as step, type ChangeEvent, type ChangeRefusal } from '#core/change/change-request.ts'
import type { ChangeContext } from '#core/change/change-context.ts'
import type { ChangeRequest, ProcedureEvent, Session } from '#schemas/generated/types.ts'
import { appendEvents, type NewEvent } from '../audit/procedure-events.ts'
import { tellOfDay } from '../data-readers/tell-readers.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { asRefused } from './change-problems.ts'
import { createChangeRequestRepository, type StoredChangeRequest } from './repository.ts'

export type Actor = Pick<Session, 'id' | 'name'>

/** The next request, or why not. */
export const tryStep = (request: ChangeRequest, event: ChangeEvent, context: ChangeContext): ChangeRequest | ChangeRefusal => {
  const changed = step(request, event, context)
  return 'refused' in changed ? changed.refused : changed.request
}

export const takeStep = (request: ChangeRequest, event: ChangeEvent, context: ChangeContext): ChangeRequest => {
  const next = tryStep(request, event, context)
  if (typeof next === 'string') throw asRefused(next, { hash: context.draftHash, state: request.state })
  return next
}

export const entryOf = (request: ChangeRequest, type: ProcedureEvent['type'], actor: Actor, at: string, content: NewEvent['content'] = {}): NewEvent =>
  ({ procedureId: request.procedureId, at, type, actor: actor.name, actorId: actor.id, requestId: request.id, revision: request.hash, content })

/** The request as it is from now on, over the version that was read, with the entry that says so; who reads the data hears of its day. */
export const keepRequest = async (
  deps: Pick<DesignerDeps, 'database' | 'revisions' | 'now'>, stored: StoredChangeRequest, next: ChangeRequest, entries: readonly NewEvent[], document = stored.document,
): Promise<Write[]> => [
  ...createChangeRequestRepository(deps.database).save(next, stored, document), ...await appendEvents(deps.database, entries), ...await tellOfDay(deps, stored, next, deps.now()),
]
