// What is taken back: the day of a publication, or the whole request. The draft stays a draft.
import type { ChangeRequest, Session } from '#schemas/generated/types.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { findRequest, gatherContext } from './gather-context.ts'
import { entryOf, keepRequest, takeStep } from './move-request.ts'
import { viewRequest } from './repository.ts'

const takeBack = (type: 'unschedule' | 'close', entry: 'unscheduled' | 'closed') => (deps: DesignerDeps) => async (actor: Session, id: string): Promise<ChangeRequest> => {
  const stored = await findRequest(deps, id)
  const { context } = await gatherContext(deps, actor, stored)
  const next = takeStep(stored.changeRequest, { type }, context)
  await deps.database.commit(await keepRequest(deps, stored, next, [entryOf(next, entry, actor, context.now)]))
  return viewRequest(next)
}

export const unscheduleChangeRequest = takeBack('unschedule', 'unscheduled')
export const closeChangeRequest = takeBack('close', 'closed')
