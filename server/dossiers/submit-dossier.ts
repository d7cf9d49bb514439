// Submits a draft: checks everything again, moves it into its workflow, gives it its code, promises the consequences.
import { transition } from '#core/workflow/transition.ts'
import type { Dossier, Session } from '#schemas/generated/types.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Remember } from '../http/idempotency.ts'
import { ProblemError } from '../http/problem-response.ts'
import { assertMayFinish, lookingAgain } from '../procedures/in-force.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { assertOpen } from './dossier-problems.ts'
import { asReceived, gatherFacts } from './facts.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { judgeDraft } from './judge-filing.ts'
import { keepTransition } from './keep-transition.ts'
import { nameOf } from './name-of.ts'
import { knownFiles } from './dossier-files.ts'
import { assertFixed } from './offer-known.ts'
import { assertRepresented } from './set-representation.ts'
import { takeCode } from './take-code.ts'
import { ownView } from './view-dossier.ts'

/** What has no place in the form that is filed was kept until now. */
const withoutAside = ({ aside: _kept, moved: _told, ...dossier }: Dossier): Dossier => dossier

export const submitDossier = (deps: DossierDeps) => (actor: Session, id: string, ifVersion: number, remember: Remember, also: readonly Write[] = []): Promise<Dossier> => lookingAgain(async () => {
  const before = await getOwnDossier(deps, actor, id, 'dossier.submit', ifVersion)
  if (before.dossier.state !== 'draft') throw new ProblemError('action-not-available', [{ pointer: '', code: 'dossier.alreadySubmitted' }])
  const mayFinish = await assertMayFinish(deps.database, before.dossier, deps.now())
  const revision = await deps.revisions.get(before.dossier)
  const facts = asReceived(await gatherFacts(deps, actor, revision.procedure.info), before.dossier)
  await assertRepresented(deps, before.dossier, revision)
  assertOpen(revision.procedure.info, facts.today)
  const filing = judgeDraft(revision, before.dossier.answers, await knownFiles(deps.database, revision, id), facts)

  await assertFixed(deps, actor, before.dossier, revision, filing.answers)

  const workflow = revision.procedure.workflow!
  const moved = transition(workflow, withoutAside(before.dossier), { type: 'submit', ...filing }, facts)
  if ('refused' in moved) throw new ProblemError('action-not-available', [moved.refused])

  const applicantName = before.dossier.applicantName || nameOf(actor, revision, filing.answers)
  const next = { ...moved.dossier, applicantName, code: await takeCode(deps, revision, facts) }
  const answer = ownView(next, revision.procedure)
  await keepTransition(deps, {
    before, next, effects: moved.effects, workflow, change: { type: 'submit' }, actor, now: deps.now(), also: [remember(201, { dossier: answer }), mayFinish, ...also],
  })
  return answer
})
