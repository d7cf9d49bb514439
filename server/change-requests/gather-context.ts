// Gathers what a change request is decided by: who asks, who wrote the draft, what is in force, whom it meets.
import type { ChangeClass } from '#core/change/change-class.ts'
import type { ChangeContext } from '#core/change/change-context.ts'
import type { Officer, Session } from '#schemas/generated/types.ts'
import { readApprovers } from '../organisation/approvers.ts'
import { createOrganisationRepository } from '../organisation/organisation-repository.ts'
import { ProblemError } from '../http/problem-response.ts'
import { contentHash } from '../procedures/content-hash.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { createProcedureRepository, type Draft } from '../procedures/repository.ts'
import { countPeople, impactOf, lastInForce } from './change-impact.ts'
import { createChangeRequestRepository, type StoredChangeRequest } from './repository.ts'

export interface Gathered {
  stored: StoredChangeRequest
  draft: Draft
  /** Everybody who works for the office. */
  officers: Officer[]
  context: ChangeContext
  /** The worst that a replay should find. */
  expected: ChangeClass
}

/** When its time has come nobody asks: time does. */
export const clock: Pick<Session, 'id' | 'name'> = { id: 'clock', name: 'Hệ thống' }

export const findRequest = async ({ database }: Pick<DesignerDeps, 'database'>, id: string): Promise<StoredChangeRequest> => {
  const stored = await createChangeRequestRepository(database).find(id)
  if (!stored) throw new ProblemError('not-found')
  return stored
}

export const gatherContext = async (deps: DesignerDeps, actor: Pick<Session, 'id' | 'name'>, stored: StoredChangeRequest): Promise<Gathered> => {
  const { database, revisions } = deps
  const { changeRequest: { procedureId, hash, authorId, meanings }, document } = stored
  const procedures = createProcedureRepository(database)
  const [draft, authors, officers, approvers, before, people] = await Promise.all([
    procedures.findDraft(procedureId), procedures.listAuthors(procedureId), createOrganisationRepository(database).listPeople(), readApprovers(database),
    lastInForce(database, revisions, procedureId), countPeople(database, procedureId),
  ])
  if (!draft) throw new ProblemError('not-found')
  const { expected, ...impact } = impactOf(before, document, hash, meanings)
  return {
    stored, draft, officers, expected,
    context: {
      now: deps.now(), actor: officers.find(({ id }) => id === actor.id) ?? { ...actor, roles: [], memberships: [] }, approvers, people,
      authors: [...new Set([...authors, ...(authorId === undefined ? [] : [authorId])])],
      draftHash: contentHash(draft.document), published: draft.publishedHash, ...impact,
    },
  }
}
