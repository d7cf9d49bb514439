// Statistics on both engines: after random lives of dossiers, with servers that stop in the middle and others that count at the
// same time, the counters say what a recount of the audit trail says.
import { beforeAll, describe, expect, it } from 'vitest'
import { sumCounters, type Counter, type CounterKind } from '#core/statistics/counter.ts'
import { transition } from '#core/workflow/transition.ts'
import { createDossierRepository } from '../../../server/dossiers/repository.ts'
import { keepTransition } from '../../../server/dossiers/keep-transition.ts'
import { fireDueTimers, keepStatistics, withShared } from '../../../server/features.ts'
import { addUp } from '../../../server/statistics/add-up.ts'
import { countDossier } from '../../../server/statistics/count-earlier.ts'
import { readCounters } from '../../../server/statistics/repository.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedOffice, type Engine } from '../../fixtures/engines.ts'
import type { Deps } from '../../../server/deps.ts'
import { timedProcedures } from '../../fixtures/timed-procedures.ts'
import { chance, deedAt, dossierId, draftOf, everybody, momentsOf, whatOf } from '../../fixtures/year-of-dossiers.ts'

const dossiers = 40
const kinds: readonly CounterKind[] = ['received', 'ended', 'hours', 'unit', 'officer', 'contacts', 'rating']

/** A server that stops now and then: before a unit is stored, or after it but before it has heard of it. */
const stopping = (deps: Deps): Deps => {
  let n = 0
  return {
    ...deps, database: {
      ...deps.database, commit: async (writes) => {
        const roll = chance('stop', n++)
        if (roll < 0.25) throw new Error('the server stopped before')
        const results = await deps.database.commit(writes)
        if (roll < 0.5) throw new Error('the server stopped after')
        return results
      },
    },
  }
}

describe.each<Engine>(['sqlite', 'postgres'])('statistics on %s', (engine) => {
  const { office } = sharedOffice(engine)

  beforeAll(async () => {
    office.clock.now = momentsOf(6, 1)[0]!
    const published = await Promise.all(timedProcedures().map((document) => office.publish(document)))
    for (let n = 0; n < dossiers; n++) {
      const { id, hash } = published[n % published.length]!
      await office.deps.database.commit(createDossierRepository(office.deps.database).insert(draftOf(n, id, hash), {}, office.clock.now))
    }
  })

  const doDeed = async (n: number): Promise<void> => {
    const { deps, clock: { now } } = office
    const shared = withShared(deps)
    const before = (await createDossierRepository(deps.database).find(dossierId(n)))!
    const { workflow, info } = (await shared.revisions.get(before.dossier)).procedure
    // Often enough that most of them end within a few weeks.
    const change = Array.from({ length: 12 }, (_, i) => deedAt(workflow!, before.dossier, n, `${now}${i}`)).find(Boolean)
    const moved = change && transition(workflow!, before.dossier, change, { actor: everybody, now, calendar: await shared.calendar(info) })
    if (!moved || 'refused' in moved) return
    const what = whatOf(change)
    await keepTransition(shared, { before, next: moved.dossier, effects: moved.effects, workflow: workflow!, change: { type: change.type, ...(what !== undefined && { action: what }) }, actor: everybody, now })
  }

  const stored = async (): Promise<Counter[]> => sumCounters(await readCounters(office.deps.database, 'kept', kinds, { from: '0000-00', to: '9999-99' }))
  const filed = async (): Promise<string[]> => (await office.deps.database.read<{ id: string }>(`SELECT id FROM dossier WHERE state <> 'draft' ORDER BY id`)).map(({ id }) => id)
  const recount = async (): Promise<Counter[]> => sumCounters((await Promise.all((await filed()).map((id) => countDossier(withShared(office.deps), id)))).flat())
  const addAll = async (): Promise<void> => {
    while (await keepStatistics(office.deps));
    while ((await office.deps.database.read('SELECT n FROM statistic_change LIMIT 1')).length > 0) await addUp(office.deps)
  }

  it('are what a recount says, whoever counts and wherever they stop', async () => {
    const unsteady = stopping(office.deps)
    for (const [i, now] of momentsOf(9, 75).entries()) {
      office.clock.now = now
      await fireDueTimers(office.deps)
      for (let n = 0; n < dossiers; n++) await doDeed(n)
      if (i % 7 === 0) await Promise.all([addUp(office.deps), addUp(unsteady).catch(() => undefined), addUp(office.deps)])
    }
    await addAll()
    const found = await stored()
    expect(found).toEqual(await recount())
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['received', 'ended', 'hours', 'unit', 'officer', 'contacts']))
    const sum = (kind: string): number => found.filter((each) => each.kind === kind).reduce((all, { by }) => all + by, 0)
    const [row] = await office.deps.database.read<{ n: number }>(`SELECT count(*) AS n FROM dossier WHERE state = 'ended'`)
    expect([sum('received'), sum('ended')]).toEqual([(await filed()).length, Number(row!.n)])
    expect(sum('ended')).toBeGreaterThan(20)
  })

  it('count what was filed before there were counters, and nothing of it twice', async () => {
    const { database } = office.deps
    const expected = await stored()
    await database.commit([
      { sql: 'DELETE FROM statistic', parameters: [] },
      { sql: `INSERT INTO statistic_backlog (dossier_id, version) SELECT id, version FROM dossier WHERE state <> 'draft'`, parameters: [] },
    ])
    // Life goes on while it is counted.
    office.clock.now = '2026-04-20T03:00:00.000Z'
    for (let n = 0; n < dossiers; n++) await doDeed(n)
    await Promise.all([keepStatistics(office.deps), keepStatistics(office.deps)])
    await addAll()
    const found = await stored()
    expect(found).toEqual(await recount())
    expect(found.length).toBeGreaterThanOrEqual(expected.length)
  })

  it('take back of a changed rating what it said before', async () => {
    office.clock.now = '2026-05-04T03:00:00.000Z'
    const citizen = await office.as('applicant')
    const { id, hash } = await office.publish(buildProcedure('1.000777'))
    const { dossier } = (await citizen.post('/api/submissions', { procedure: id, revision: hash, answers: simpleAnswers() }, { 'Idempotency-Key': 'rated-dossier-1' })).body
    const desk = await office.as('oneStop')
    const refused = await desk.post(`/api/tasks/${dossier.id}/actions`, { version: dossier.version, action: 'refuse-intake', reason: 'Không thuộc thẩm quyền' })
    expect(refused.status).toBe(200)
    const marks = { thoiGian: 2, soCoQuan: 2, soLanLienHe: 2, congKhai: 2, thaiDo: 2, dungLuat: 2, phanAnh: 2, trucTuyen: 2, noiDungKhac: 2 }
    expect((await citizen.send('PUT', `/api/dossiers/${dossier.id}/rating`, { answers: marks })).status).toBe(200)
    office.clock.now = '2026-05-06T03:00:00.000Z'
    expect((await citizen.send('PUT', `/api/dossiers/${dossier.id}/rating`, { answers: { ...marks, thaiDo: 0 } })).status).toBe(200)
    await addAll()
    const ratings = (await stored()).filter(({ kind, procedureId }) => kind === 'rating' && procedureId === id)
    expect(ratings.filter(({ part }) => part === 'thaiDo' || part === '')).toEqual([
      { month: '2026-05', procedureId: id, kind: 'rating', part: '', detail: '', by: 1 }, { month: '2026-05', procedureId: id, kind: 'rating', part: 'thaiDo', detail: '0', by: 1 },
    ])
  })
})
