// Tells the people of a change request what happened to it: promised in the same unit of work, sent by the outbox.
import { reviewersOf } from '#core/change/approvers.ts'
import { partsLeft } from '#core/change/change-request.ts'
import type { ChangeContext } from '#core/change/change-context.ts'
import type { ChangeRequest, Officer } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { ReviewNotice } from '../outbox/render-notice.ts'
import { promiseReviewNotice } from '../outbox/repository.ts'

/** Whoever did it knows. */
const others = (ids: readonly string[], actorId: string): string[] => [...new Set(ids)].filter((id) => id !== actorId)

/** Those who may still approve something of it. */
export const reviewersAsked = (request: ChangeRequest, officers: readonly Officer[], { approvers, authors }: Pick<ChangeContext, 'approvers' | 'authors'>): string[] =>
  reviewersOf(officers, partsLeft(request), approvers, authors).map(({ id }) => id)

/** Those whose word counted until now. */
export const approversOf = ({ approvals }: ChangeRequest): string[] => approvals.filter((each) => each.void === undefined).map(({ byId }) => byId)

/** A letter to each; `key` makes a repetition harmless, and several within it are one. */
export const tell = (notice: ReviewNotice, { id, procedureId }: Pick<ChangeRequest, 'id' | 'procedureId'>, to: readonly string[], actorId: string, key: string, now: string): Write[] =>
  others(to, actorId).map((person) => promiseReviewNotice(`review:${id}:${notice}:${key}:${person}`, { notice, procedureId, requestId: id, person }, now))
