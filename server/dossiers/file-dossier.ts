// Files a whole dossier in one request: for other systems, and for the one-stop desk that enters a paper dossier.
import { can } from '#core/access/can.ts'
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Info, Session, Submission } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Remember } from '../http/idempotency.ts'
import { ProblemError } from '../http/problem-response.ts'
import { assertInForce, findInForce, lookingAgain } from '../procedures/in-force.ts'
import type { Revision } from '../procedures/revision.ts'
import { isUuid } from '../http/route-id.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { assertOpen, mayNotStart, revisionReplaced } from './dossier-problems.ts'
import { gatherFacts } from './facts.ts'
import { judgeWhole } from './judge-filing.ts'
import { keepTransition } from './keep-transition.ts'
import { nameOf } from './name-of.ts'
import { assertFixed } from './offer-known.ts'
import { takeCode } from './take-code.ts'
import { ownView } from './view-dossier.ts'

/** Paper comes in over the counter or by post, and only the one-stop desk enters it (NĐ 61/2018 Đ.17). */
const assertMayFile = (actor: Session, { channel = 'online' }: Submission, info: Info): void => {
  const allowed = channel === 'online' ? can(actor, 'dossier.start', info) : actor.roles.includes('one-stop')
  if (!allowed) throw mayNotStart(actor)
}

/** Paper belongs to who brought it, never to the officer who enters it. */
const ownerOf = (deps: DossierDeps, actor: Session, { channel = 'online', applicantName = '' }: Submission, now: string): Pick<Dossier, 'applicantId' | 'intake'> =>
  (channel === 'online' ? { applicantId: actor.id }
    : { applicantId: `counter:${deps.newId()}`, intake: { officerId: actor.id, officer: actor.name, receivedAt: now, originals: 0, person: { name: applicantName } } })

const getPublished = async (deps: DossierDeps, { procedure, revision: hash }: Submission): Promise<Revision> => {
  const revision = isUuid(procedure) ? await findInForce(deps, procedure) : undefined
  if (!revision) throw new ProblemError('invalid-body', [{ pointer: '/procedure', code: 'body.unknown' }])
  if (revision.hash !== hash) throw revisionReplaced()
  return revision
}

export const fileDossier = (deps: DossierDeps) => (actor: Session, submission: Submission, remember: Remember, also: readonly Write[] = []): Promise<Dossier> => lookingAgain(async () => {
  const revision = await getPublished(deps, submission)
  assertMayFile(actor, submission, revision.procedure.info)
  const facts = await gatherFacts(deps, actor, revision.procedure.info)
  assertOpen(revision.procedure.info, facts.today)
  const filing = judgeWhole(revision, submission.answers, facts)

  const forWhom = ownerOf(deps, actor, submission, facts.now)
  await assertFixed(deps, actor, forWhom, revision, filing.answers)
  const draft: Dossier = {
    id: deps.newId(), procedureId: revision.procedureId, revision: revision.hash, ...forWhom, applicantName: submission.applicantName ?? nameOf(actor, revision, filing.answers),
    channel: submission.channel ?? 'online', state: 'draft', answers: filing.answers, records: {}, version: 0,
  }
  const workflow = revision.procedure.workflow!
  const moved = transition(workflow, draft, { type: 'submit', ...filing }, facts)
  if ('refused' in moved) throw new ProblemError('action-not-available', [moved.refused])

  const next = { ...moved.dossier, code: await takeCode(deps, revision, facts) }
  const answer = ownView(next, revision.procedure)
  await keepTransition(deps, {
    before: undefined, next, effects: moved.effects, workflow, change: { type: 'submit' }, actor, now: facts.now, also: [remember(201, { dossier: answer }), assertInForce(revision), ...also],
  })
  return answer
})
