// Gives a filed dossier its code: agency, day of receipt in Vietnam, number of that day (TT 4/2025/TT-VPCP).
import { dossierCode, dossierCodePrefix } from '#core/dossier/dossier-number.ts'
import { takeNumber } from '../db/sequence.ts'
import type { Revision } from '../procedures/revision.ts'
import type { DossierDeps } from './dossier-deps.ts'
import type { HandlingFacts } from './facts.ts'

/** Publication refuses procedures that are filed online without an agency code. */
const unnamedAgency = 'X00'

export const takeCode = async ({ database }: Pick<DossierDeps, 'database'>, { procedure }: Revision, { now, calendar }: HandlingFacts): Promise<string> => {
  const prefix = dossierCodePrefix(procedure.info.agencyCode ?? unnamedAgency, now, calendar)
  return dossierCode(prefix, await takeNumber(database, prefix))
}
