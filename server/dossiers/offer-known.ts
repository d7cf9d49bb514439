// Gathers what the office knows of the applicant of a draft: how it is filed, their profile, their earlier dossiers, the
// nearest first. Who files for another person lends them nothing of their own; a guest is known by nothing.
import { isGuest } from '#core/access/guest.ts'
import { contradicted, offerAnswers, type KnownSource } from '#core/answers/prefill.ts'
import { attributeQuestions, readAttributes, type KnownValues } from '#core/answers/prefill-attributes.ts'
import { isAuthorised } from '#core/dossier/on-behalf.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Dossier, Intake, Representation, Session, Suggestion } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { Revision } from '../procedures/revision.ts'
import { knownValues } from '../profiles/known-values.ts'
import { createProfileRepository } from '../profiles/repository.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { fixedOtherwise } from './dossier-problems.ts'
import { createDossierRepository } from './repository.ts'

/** Older ones say hardly more, and each must be read. */
const earlierDossiers = 10

const known = (values: Record<string, unknown>): KnownValues =>
  Object.fromEntries(Object.entries(values).flatMap(([attribute, value]) => (value === undefined || value === '' ? [] : [[attribute, { value, sensitive: false }]])))

/** What the applicant said at the counter. A name without a personal number may be that of an organisation. */
const ofIntake = ({ person: { name, personId, phone, email } }: Intake): KnownSource =>
  ({ source: 'filing', values: known({ ...(personId !== undefined && { 'person.fullName': name, 'person.personId': personId }), 'person.phone': phone, 'person.email': email }) })

const ofFiling = (representation: Representation | undefined): KnownSource => {
  const { person, organisation, representative } = representation ?? {}
  const authorised = representation !== undefined && isAuthorised(representation)
  return {
    source: 'filing',
    values: known({
      'filing.isAuthorised': authorised,
      ...(authorised && { 'representative.fullName': representative?.name, 'representative.personId': representative?.personId }),
      ...(person && { 'person.fullName': person.name, 'person.personId': person.personId, 'person.birthDate': person.birthDate, 'person.phone': person.phone, 'person.email': person.email }),
      ...(organisation && { 'organisation.name': organisation.name, 'organisation.code': organisation.code }),
    }),
  }
}

const ofProfile = async ({ database }: DossierDeps, { id, name, email }: Session): Promise<KnownSource> => {
  const { profile } = await createProfileRepository(database).get(id)
  return { source: 'profile', values: { ...known({ 'person.fullName': name, 'person.email': email }), ...knownValues(profile) } }
}

const ofEarlier = async (deps: DossierDeps, applicantId: string): Promise<KnownSource[]> => {
  const filed = await createDossierRepository(deps.database).listFiled(applicantId, earlierDossiers)
  const own = filed.filter((dossier) => dossier.representation?.for !== 'person')
  return Promise.all(own.map(async (dossier): Promise<KnownSource> => {
    const form = (await deps.revisions.get(dossier)).judges.applicant?.form
    return { source: 'dossier', from: { code: dossier.code ?? '', date: vietnamDate(dossier.submittedAt ?? deps.now()) }, values: form ? readAttributes(form, dossier.answers) : {} }
  }))
}

type Draft = Pick<Dossier, 'applicantId' | 'representation' | 'intake'>

export const gatherOffers = async (deps: DossierDeps, actor: Session, { applicantId, representation, intake }: Draft, { judges }: Revision): Promise<Suggestion[]> => {
  const form = judges.applicant?.form
  if (!form || attributeQuestions(form).length === 0) return []
  // An officer sees nobody's profile: only what was said here.
  if (intake) return offerAnswers(form, [ofIntake(intake)])
  const isOwn = applicantId === actor.id && !isGuest(actor) && representation?.for !== 'person'
  return offerAnswers(form, [ofFiling(representation), ...(isOwn ? [await ofProfile(deps, actor), ...await ofEarlier(deps, applicantId)] : [])])
}

/** Refuses answers that the document lets come from the profile or a register only. */
export const assertFixed = async (deps: DossierDeps, actor: Session, draft: Draft, revision: Revision, answers: Answers): Promise<void> => {
  const form = revision.judges.applicant?.form
  if (!form || draft.intake || !attributeQuestions(form).some(({ question }) => question.question['x-prefill']?.editable === false)) return
  const wrong = contradicted(form, answers, await gatherOffers(deps, actor, draft, revision))
  if (wrong.length > 0) throw new ProblemError('invalid-answers', wrong.map(fixedOtherwise))
}
