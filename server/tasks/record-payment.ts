// The one-stop desk records a payment at the counter: once, with the number of the receipt.
import type { Dossier, Pay, Session } from '#schemas/generated/types.ts'
import type { DossierDeps } from '../dossiers/dossier-deps.ts'
import { carryOut, takeUp } from './take-up.ts'

export const recordPayment = (deps: DossierDeps) => async (actor: Session, id: string, { version, receiptNumber }: Pay): Promise<Dossier> =>
  carryOut(deps, await takeUp(deps, actor, id, version), { type: 'pay', receiptNumber })
