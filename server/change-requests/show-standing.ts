// What stands around a change request for whoever looks at it: who wrote it, who may approve which part, whom it meets.
import { mayApprove, partsOf } from '#core/change/approvers.ts'
import { needsDisposition, partsLeft } from '#core/change/change-request.ts'
import type { ChangeStanding, Session } from '#schemas/generated/types.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { findRequest, gatherContext } from './gather-context.ts'

export const showStanding = (deps: DesignerDeps) => async (actor: Session, id: string): Promise<ChangeStanding> => {
  const { stored: { changeRequest }, context, officers } = await gatherContext(deps, actor, await findRequest(deps, id))
  const { authors, approvers, people, meaningsAsked } = context
  return {
    authors: [...authors], class: context.class, ...people, meaningsAsked: [...meaningsAsked], needsDisposition: needsDisposition(context.class, people),
    mine: changeRequest.state === 'in-review' ? partsOf(context.actor, partsLeft(changeRequest), approvers, authors) : [],
    approvers: changeRequest.parts.map((part) => ({
      part, ...(approvers[part] !== undefined && { unit: approvers[part] }),
      people: officers.filter((officer) => mayApprove(officer, part, approvers, authors)).map(({ id: person, name }) => ({ id: person, name })),
    })),
  }
}
