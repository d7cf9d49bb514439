// Why something cannot be done with a change request, on the wire: which problem it is, and what of the request it is about.
import type { ChangeRefusal } from '#core/change/change-request.ts'
import { translate } from '#core/text/translate.ts'
import type { ChangeRequest } from '#schemas/generated/types.ts'
import type { ProblemKind } from '../http/problem-kind.ts'
import { ProblemError } from '../http/problem-response.ts'

const places: Record<ChangeRefusal, [kind: ProblemKind, pointer: string]> = {
  'change.notOpen': ['action-not-available', ''],
  'change.byAuthor': ['forbidden', ''],
  'change.notYourPart': ['forbidden', '/parts'],
  'change.otherContent': ['version-conflict', '/hash'],
  'change.otherBase': ['version-conflict', ''],
  'change.nothingChanged': ['action-not-available', ''],
  'change.reasonMissing': ['invalid-body', '/comment'],
  'change.dispositionMissing': ['action-not-available', '/disposition'],
  'change.meaningMissing': ['action-not-available', '/meanings'],
  'change.noInstant': ['invalid-body', '/publishAt'],
  'change.tooEarly': ['action-not-available', ''],
}

/** With what is there now, for whoever has read something else. */
export const asRefused = (refused: ChangeRefusal, { hash, state }: Pick<ChangeRequest, 'hash' | 'state'>): ProblemError => {
  const [kind, pointer] = places[refused]
  return new ProblemError(kind, [{ pointer, code: refused, params: { hash, state } }], { vi: translate(refused, {}, 'vi'), en: translate(refused, {}, 'en') })
}
