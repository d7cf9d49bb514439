// Says for whom a draft is filed: for oneself, for another person, or for an organisation. What was filled in for the one
// before and nobody touched goes; what is known of the one after comes.
import { fillIn, takeOut } from '#core/answers/prefill.ts'
import { asksAuthorisation } from '#core/answers/prefill-attributes.ts'
import { principalName } from '#core/dossier/on-behalf.ts'
import { under, type Issue } from '#core/issues/issue.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier, FileInfo, Form, Representation, Session } from '#schemas/generated/types.ts'
import document from '#schemas/dossier/representation-form.json' with { type: 'json' }
import { ProblemError } from '../http/problem-response.ts'
import type { Revision } from '../procedures/revision.ts'
import { createOwnForm } from '../validators/own-form.ts'
import { listDossierFiles } from './dossier-files.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { notEditable, notForOthers } from './dossier-problems.ts'
import { getOwnDossier } from './get-own-dossier.ts'
import { gatherOffers } from './offer-known.ts'
import { createDossierRepository } from './repository.ts'

const ownForm = createOwnForm(document as unknown as Form)
export const representationForm = ownForm.form

/** Where an authorisation is attached: no question of any form is called so. */
export const authorisationPlace = '@authorisation'

/** What may be attached as an authorisation. */
export const authorisationRule = ownForm.form.questions.get('/authorisation')!.question['x-file']!

const judge = ({ judges }: Revision, sent: Answers, today: string, files: readonly FileInfo[]): { answers: Answers; issues: Issue[] } => {
  const { answers, issues } = ownForm.judge(sent, today, new Map(files.map((file) => [file.id, file])))
  return { answers, issues: issues.filter(({ pointer }) => !(pointer === '/authorisation' && judges.applicant && asksAuthorisation(judges.applicant.form))) }
}

/** Before filing: the authorisation may have been taken away since. */
export const assertRepresented = async (deps: DossierDeps, { id, representation }: Dossier, revision: Revision): Promise<void> => {
  if (!representation) return
  const { issues } = judge(revision, representation as unknown as Answers, vietnamDate(deps.now()), await listDossierFiles(deps.database, id))
  if (issues.length > 0) throw new ProblemError('invalid-answers', under('/representation', issues))
}

export const setRepresentation = (deps: DossierDeps) => async (actor: Session, id: string, ifVersion: number, sent: Answers): Promise<{ version: number }> => {
  const found = await getOwnDossier(deps, actor, id, 'dossier.edit', ifVersion)
  if (found.dossier.state !== 'draft' || found.dossier.intake) throw notEditable()
  const revision = await deps.revisions.get(found.dossier)
  const { answers: said, issues } = judge(revision, sent, vietnamDate(deps.now()), await listDossierFiles(deps.database, id))
  if (issues.length > 0) throw new ProblemError('invalid-answers', under('/answers', issues))
  const representation = said['for'] === 'self' ? undefined : said as unknown as Representation
  if (representation && revision.procedure.info.representation === 'none') throw notForOthers()

  const { representation: _before, ...rest } = found.dossier
  const dossier: Dossier = { ...rest, applicantName: representation ? principalName(representation) : actor.name, ...(representation && { representation }) }
  const { form } = revision.judges.applicant!
  const bare = takeOut(found.dossier.answers, await gatherOffers(deps, actor, found.dossier, revision))
  const answers = fillIn(form, bare, await gatherOffers(deps, actor, dossier, revision))
  await deps.database.commit(createDossierRepository(deps.database).saveDraftAnswers({ ...found, dossier }, answers, found.page, deps.now()))
  return { version: ifVersion + 1 }
}
