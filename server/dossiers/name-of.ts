// What a filed dossier is called by: the account's name, or, without an account, what was answered.
import { applicantName } from '#core/answers/applicant-name.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Session } from '#schemas/generated/types.ts'
import type { Revision } from '../procedures/revision.ts'

export const nameOf = (actor: Session, { judges }: Revision, answers: Answers): string => actor.name || (judges.applicant && applicantName(judges.applicant.form, answers)) || ''
