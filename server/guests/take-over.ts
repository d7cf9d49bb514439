// Takes what a guest began into the account of the same person: an act of their own after signing in, never by itself,
// because the next one to sign in on this device may be somebody else. Each dossier notes it in its audit trail.
import { guestActorId } from '#core/access/guest.ts'
import { foldText } from '#core/text/format.ts'
import type { Session } from '#schemas/generated/types.ts'
import { appendAudit, lastAuditHash } from '../audit/repository.ts'
import type { Write } from '../db/unit-of-work.ts'
import type { Deps } from '../deps.ts'
import type { StoredDossier } from '../dossiers/dossier-row.ts'
import { createDossierRepository } from '../dossiers/repository.ts'
import { createGuestRepository } from './repository.ts'

const giveDossier = `UPDATE dossier SET applicant_id = ?, applicant_name = COALESCE(NULLIF(applicant_name, ''), ?), applicant_folded = COALESCE(NULLIF(applicant_folded, ''), ?),
version = version + 1, updated_at = ? WHERE id = ? AND version = ?`
const giveOthers = ['file', 'upload'].map((table) => `UPDATE ${table} SET owner_id = ? WHERE owner_id = ?`)

const give = async ({ database }: Pick<Deps, 'database'>, { dossier, stored }: StoredDossier, account: Session, now: string): Promise<Write[]> => {
  const writes: Write[] = [{ sql: giveDossier, parameters: [account.id, account.name, foldText(account.name), now, dossier.id, stored.version], expect: 1 }]
  const { answers, records, fee, supplement } = dossier
  appendAudit(writes, {
    dossierId: dossier.id, version: stored.version + 1, at: now, type: 'takeOver', actor: account.name, actorId: account.id,
    ...(dossier.step !== undefined && { from: dossier.step, to: dossier.step }), data: { answers, records, fee, supplement },
  }, await lastAuditHash(database, dossier.id))
  return writes
}

/** Gives the number of dossiers; the guest is no more, and its code opens nothing. */
export const takeOver = (deps: Pick<Deps, 'database' | 'now'>) => async (account: Session, guest: string): Promise<number> => {
  const { database } = deps
  const now = deps.now()
  const from = guestActorId(guest)
  const dossiers = createDossierRepository(database)
  const found = (await Promise.all((await dossiers.listOf(from)).map(({ id }) => dossiers.find(id)))).filter((each) => each !== undefined)
  const given = (await Promise.all(found.map((each) => give(deps, each, account, now)))).flat()
  await database.commit([createGuestRepository(database).remove(guest), ...given, ...giveOthers.map((sql) => ({ sql, parameters: [account.id, from] }))])
  return found.length
}
