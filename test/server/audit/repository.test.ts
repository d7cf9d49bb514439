import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendAudit, lastAuditHash, listEvents, verifyAudit, type AuditEntry } from '../../../server/audit/repository.ts'
import type { Database } from '../../../server/db/database.ts'
import type { Write } from '../../../server/db/unit-of-work.ts'
import { openDatabaseOn, type Engine, type OpenedDatabase } from '../../support/databases.ts'

const entry = (dossierId: string, version: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  dossierId, version, at: `2026-11-20T02:00:0${version}.000Z`, type: 'act', actor: 'Phạm Chuyên Viên', actorId: 'u1', action: 'propose', from: 'intake', to: 'review', data: { ten: 'An', version }, ...more,
})

const addChain = async (database: Database, dossierId: string, rows: number): Promise<void> => {
  const writes: Write[] = []
  let prev = ''
  for (let version = 1; version <= rows; version++) prev = appendAudit(writes, entry(dossierId, version), prev)
  await database.commit(writes)
}

describe.each<Engine>(['sqlite', 'postgres'])('the audit trail on %s', (engine) => {
  let opened: OpenedDatabase
  beforeAll(async () => { opened = await openDatabaseOn(engine) })
  afterAll(() => opened.close())

  it('is a chain for each dossier, and is found whole', async () => {
    await addChain(opened.database, 'a', 5)
    await addChain(opened.database, 'b', 3)
    expect(await verifyAudit(opened.database)).toEqual({ rows: 8, faults: [] })
  })

  it('gives events in the order in which they happened, without what was not there', async () => {
    const writes: Write[] = []
    const hash = appendAudit(writes, { dossierId: 'c', version: 4, at: '2026-11-20T02:00:00.000Z', type: 'submit', actor: 'Vũ Công Dân', to: 'intake', data: {} }, '')
    await opened.database.commit(writes)
    expect(await listEvents(opened.database, 'c')).toEqual([{ dossierId: 'c', version: 4, at: '2026-11-20T02:00:00.000Z', type: 'submit', actor: 'Vũ Công Dân', to: 'intake', hash }])
    expect(await lastAuditHash(opened.database, 'c')).toBe(hash)
    expect(await lastAuditHash(opened.database, 'nobody')).toBe('')
  })

  it('keeps no content, and shows not even that two people answered the same', async () => {
    const writes: Write[] = []
    const data = { soDinhDanh: '001099012345' }
    appendAudit(writes, entry('d', 1, { data }), '')
    appendAudit(writes, entry('e', 1, { data }), '')
    await opened.database.commit(writes)
    const rows = await opened.database.read<{ data_digest: string }>(`SELECT * FROM audit WHERE dossier_id IN ('d', 'e')`)
    expect(JSON.stringify(rows)).not.toContain('001099012345')
    expect(new Set(rows.map((row) => row.data_digest)).size).toBe(2)
  })

  it('takes one entry for each version of a dossier', async () => {
    const writes: Write[] = []
    appendAudit(writes, entry('a', 5), '')
    await expect(opened.database.commit(writes)).rejects.toMatchObject({ name: 'ConflictError' })
  })

  it.each([`UPDATE audit SET actor = 'x'`, 'DELETE FROM audit'])('cannot be changed through the application: %s', async (sql) => {
    await expect(opened.database.commit([{ sql, parameters: [] }])).rejects.toThrow('append-only')
  })
})

describe('verifyAudit', () => {
  const tamper = async (sql: string) => {
    const { database, dataDir, close } = await openDatabaseOn('sqlite')
    await addChain(database, 'a', 3)
    await addChain(database, 'b', 4)
    // Somebody with the file in hand: triggers do not stop them.
    const file = new Sqlite(join(dataDir, 'db', 'motcua.db'))
    file.exec(`DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; ${sql}`)
    file.close()
    const verdict = await verifyAudit(database)
    await close()
    return verdict.faults
  }

  it.each([
    ['another actor', `UPDATE audit SET actor = 'Ai đó' WHERE dossier_id = 'b' AND version = 2`],
    ['another instant', `UPDATE audit SET at = '2026-11-19T02:00:02.000Z' WHERE dossier_id = 'b' AND version = 2`],
    ['a reason slipped in', `UPDATE audit SET reason = 'vì' WHERE dossier_id = 'b' AND version = 2`],
    ['another digest of the content', `UPDATE audit SET data_digest = '00' WHERE dossier_id = 'b' AND version = 2`],
    ['another hash', `UPDATE audit SET hash = '00' WHERE dossier_id = 'b' AND version = 2`],
    ['a row that moved to another dossier', `UPDATE audit SET dossier_id = 'c' WHERE dossier_id = 'b' AND version = 2`],
    ['a row removed from the middle', `DELETE FROM audit WHERE dossier_id = 'b' AND version = 2`],
    ['a row removed from the beginning', `DELETE FROM audit WHERE dossier_id = 'b' AND version = 1`],
    ['two rows that changed places', `UPDATE audit SET version = 9 WHERE dossier_id = 'b' AND version = 2; UPDATE audit SET version = 2 WHERE dossier_id = 'b' AND version = 3; UPDATE audit SET version = 3 WHERE dossier_id = 'b' AND version = 9`],
  ])('finds %s', async (_, sql) => {
    expect((await tamper(sql)).length).toBeGreaterThan(0)
  })

  it('finds that the last rows were cut off, because the dossier knows how far it came', async () => {
    const faults = await tamper(`PRAGMA foreign_keys = OFF;
      INSERT INTO dossier (id, procedure_id, revision, applicant_id, channel, state, version, updated_at) VALUES ('b', 'p', 'r', 'u', 'online', 'open', 4, '');
      DELETE FROM audit WHERE dossier_id = 'b' AND version = 4`)
    expect(faults).toEqual([{ dossierId: 'b', version: 4, what: 'missing-end' }])
  })
})
