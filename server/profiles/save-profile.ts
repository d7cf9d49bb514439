// Keeps what an applicant says about themselves and their organisation, judged by the form that asks it.
import { vietnamDate } from '#core/text/format.ts'
import type { Profile, ProfileView, Session } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { profileForm } from './profile-form.ts'
import { createProfileRepository } from './repository.ts'

type ProfileDeps = Pick<Deps, 'database' | 'now'>

export const viewProfile = ({ database, now }: ProfileDeps) => async (actor: Session): Promise<ProfileView> => {
  const { form } = (await profileForm(database, vietnamDate(now()))).form
  return { ...await createProfileRepository(database).get(actor.id), form }
}

export const saveProfile = ({ database, now }: ProfileDeps) => async (actor: Session, ifVersion: number, sent: Profile): Promise<{ version: number; profile: Profile }> => {
  const today = vietnamDate(now())
  const { answers, issues } = (await profileForm(database, today)).judge(sent as Record<string, unknown>, today)
  if (issues.length > 0) throw new ProblemError('invalid-answers', issues)
  const profile = answers as Profile
  await database.commit([createProfileRepository(database).save(actor.id, ifVersion, profile, now())])
  return { version: ifVersion + 1, profile }
}
