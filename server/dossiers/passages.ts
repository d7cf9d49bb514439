// The ways between revisions of one procedure, each worked out once: revisions never change. By them answers are carried over, and
// what a revision makes of answers is compared with what another one makes of them.
import { migrationsBetween, type Passage } from '#core/change/carry-over.ts'
import type { ReplaySide } from '#core/change/replay.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Revision } from '../procedures/revision.ts'
import { createRecent, type Judges } from '../validators/validator-cache.ts'

const known = createRecent<Passage>(200)

/** Undefined where one of them is not filed online. */
export const passageBetween = (from: Revision, to: Revision): Passage | undefined => {
  if (!from.judges.applicant || !to.judges.applicant) return undefined
  const key = `${to.procedureId}/${from.hash}/${to.hash}`
  const found = known.get(key)
  // A revision that was read again is another object: the way is kept for the forms that it was made for.
  if (found && found.from === from.judges.applicant.form && found.to === to.judges.applicant.form) return found
  const passage = passageOf(from.procedure, from.judges, to.procedure, to.judges)
  if (passage) known.set(key, passage)
  return passage
}

export const passageOf = (before: Procedure, { applicant: from }: Judges, after: Procedure, { applicant: to }: Judges): Passage | undefined =>
  (from && to ? { from: from.form, to: to.form, migrations: migrationsBetween(before, after, to.form) } : undefined)

const sides = new WeakMap<Judges, ReplaySide>()

/** The very same for the same judges: much is worked out once for a side. */
export const sideOf = ({ fees = [], workflow }: Procedure, judges: Judges): ReplaySide | undefined => {
  const made = sides.get(judges) ?? (judges.applicant && { judge: judges.applicant, fees, ...(workflow && { routing: workflow }) })
  if (made) sides.set(judges, made)
  return made
}
