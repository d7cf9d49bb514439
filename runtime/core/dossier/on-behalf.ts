// Who acts for whom: an officer who enters a paper dossier acts for its applicant, and who files for another or for an
// organisation acts for them. The audit trail, the timeline and the receipt name both.
import type { Dossier, Representation } from '#schemas/generated/types.ts'

/** Parents, guardians and legal representatives act by law; everybody else by a written authorisation (BLDS 2015 Đ.136–138). */
export const isAuthorised = ({ person, organisation }: Representation): boolean =>
  person?.relation === 'family' || person?.relation === 'authorised' || organisation?.role === 'employee'

/** The person or organisation that a dossier is filed for; undefined for who files for themselves. */
export const principalName = ({ person, organisation }: Representation): string | undefined => person?.name ?? organisation?.name

/** Somebody without an account was asked to complete a paper dossier: they bring it to the counter. */
export const isAwaitedAtCounter = ({ state, intake, supplement }: Pick<Dossier, 'state' | 'intake' | 'supplement'>): boolean =>
  state === 'open' && intake !== undefined && !intake.hasAccount && supplement !== undefined

/** For whom the actor acts on this dossier; undefined where that is themselves, or the office. */
export const actsFor = (dossier: Pick<Dossier, 'applicantId' | 'applicantName' | 'intake' | 'representation'>, actorId: string | undefined, isFiling: boolean): string | undefined => {
  if (isFiling && dossier.intake && actorId !== dossier.applicantId) return dossier.applicantName
  return actorId === dossier.applicantId && dossier.representation ? principalName(dossier.representation) : undefined
}
