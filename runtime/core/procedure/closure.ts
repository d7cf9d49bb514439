// Whether a procedure takes new dossiers on a day: it may be suspended for a time or abolished for good. Dossiers filed
// before are handled to their end by the revision that they were filed under.
import type { Info } from '#schemas/generated/types.ts'

/** `today` is a day in Vietnam, YYYY-MM-DD. */
export const isClosed = ({ closedFrom, closedUntil }: Info, today: string): boolean =>
  closedFrom !== undefined && closedFrom <= today && (closedUntil === undefined || today <= closedUntil)
