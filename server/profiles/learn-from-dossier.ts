// After filing: what a dossier says of its applicant that their profile does not say yet, and keeping of it what they choose.
// Nothing sensitive is offered, and nothing is kept silently (Law 91/2025/QH15).
import { fitAnswer } from '#core/answers/fit-answer.ts'
import { readAttributes } from '#core/answers/prefill-attributes.ts'
import { readAt, writeAt } from '#core/issues/json-pointer.ts'
import { validatorRuntime } from '#core/json-schema/validator-runtime.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Attribute, Profile, ProfileChange, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { getOwnDossier } from '../dossiers/get-own-dossier.ts'
import { ProblemError } from '../http/problem-response.ts'
import type { OwnForm } from '../validators/own-form.ts'
import { profilePointer } from './known-values.ts'
import { profileForm } from './profile-form.ts'
import { createProfileRepository, type StoredProfile } from './repository.ts'

const changeFrom = ({ form, judge }: OwnForm, profile: Profile, attribute: Attribute, found: unknown, today: string): ProfileChange[] => {
  const pointer = profilePointer(attribute)
  const question = form.questions.get(pointer)?.question
  const value = question && fitAnswer(question, found, form.form.schema.$defs)
  const present = readAt(profile, pointer)
  if (value === undefined || validatorRuntime.equal(present, value)) return []
  const { issues } = judge(writeAt({}, pointer, value), today)
  return issues.length > 0 ? [] : [{ attribute, value, ...(present !== undefined && { present }) } as ProfileChange]
}

const readChanges = async (deps: DossierDeps, actor: Session, id: string): Promise<{ stored: StoredProfile; changes: ProfileChange[] }> => {
  const { dossier } = await getOwnDossier(deps, actor, id, 'dossier.edit')
  const stored = await createProfileRepository(deps.database).get(actor.id)
  // What was filed for somebody else says nothing of who filed it.
  if (dossier.state === 'draft' || dossier.representation?.for === 'person') return { stored, changes: [] }
  const { judges } = await deps.revisions.get(dossier)
  const today = vietnamDate(deps.now())
  const own = await profileForm(deps.database, today)
  const known = judges.applicant ? Object.entries(readAttributes(judges.applicant.form, dossier.answers)) : []
  return { stored, changes: known.filter(([, each]) => !each.sensitive).flatMap(([attribute, { value }]) => changeFrom(own, stored.profile, attribute as Attribute, value, today)) }
}

export const listChanges = (deps: DossierDeps) => async (actor: Session, id: string): Promise<ProfileChange[]> => (await readChanges(deps, actor, id)).changes

export const keepChanges = (deps: DossierDeps) => async (actor: Session, id: string, wanted: readonly Attribute[]): Promise<Profile> => {
  const { stored, changes } = await readChanges(deps, actor, id)
  const unknown = wanted.findIndex((attribute) => !changes.some((change) => change.attribute === attribute))
  if (unknown >= 0) throw new ProblemError('invalid-body', [{ pointer: `/attributes/${unknown}`, code: 'body.unknown' }])
  const profile = changes.filter(({ attribute }) => wanted.includes(attribute)).reduce<Profile>((kept, { attribute, value }) => writeAt(kept, profilePointer(attribute), value), stored.profile)
  await deps.database.commit([createProfileRepository(deps.database).save(actor.id, stored.version, profile, deps.now())])
  return profile
}
