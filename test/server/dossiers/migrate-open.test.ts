// Open dossiers that come over to a new revision as the plan of the change says, and those that stay and are reported.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Dossier, DossierEvent } from '#schemas/generated/types.ts'
import { verifyAudit } from '../../../server/audit/repository.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { changeTo, migrating, moveAll, renamed, restepped } from '../../fixtures/changed-form.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { act, fileAtOnce } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { openReviewRoomOn, tightened, type ReviewRoom } from '../../fixtures/review-room.ts'

const short = (): Answers => ({ ten: 'An', tuoi: 30, khan: false })

describe.each<Engine>(['sqlite', 'postgres'])('open dossiers of a replaced revision on %s', (engine) => {
  let room = {} as ReviewRoom
  let [citizen, desk] = [{} as Person, {} as Person]
  beforeAll(async () => {
    room = await openReviewRoomOn(engine)
    citizen = await room.office.as('applicant')
    desk = await room.office.as('oneStop')
  })
  afterAll(() => room.office.close())

  const filed = async (revision: { id: string; hash: string }, answers: Answers = short()): Promise<string> => (await fileAtOnce(citizen, revision, answers)).body.dossier.id as string
  const task = async (id: string): Promise<{ dossier: Dossier; events: DossierEvent[] }> => (await desk.get(`/api/tasks/${id}`)).body
  const migration = async ({ id }: { id: string }) => (await room.reviewer.get(`/api/designer/change-requests/${id}/migration`)).body

  it('come over with their answers, each with an entry in its trail, and go on in the same step', async () => {
    const before = await room.putInForce(buildProcedure('1.81'))
    const so = [{ ten: 'Bản sao', soBan: 2 }]
    const [first, second] = [await filed(before, { ...short(), so }), await filed(before)]
    await act(desk, second, 1, { action: 'accept' })
    const next = await changeTo(room, before, renamed('1.81'), migrating)
    await moveAll(room.office)

    const at = (await room.office.deps.database.read<{ revision: string; body: string; due_at: string | null }>('SELECT d.revision, d.due_at, b.body FROM dossier d JOIN dossier_body b ON b.dossier_id = d.id WHERE d.id = ?', [first]))[0]!
    expect([at.revision, JSON.parse(at.body)]).toMatchObject([next.hash, { answers: { hoTen: 'An', tuoi: 30, khan: false }, aside: [{ revision: before.hash, pointer: '/so', value: so }], moved: { from: before.hash } }])
    expect(at.due_at).not.toBeNull()
    expect((await task(second)).dossier).toMatchObject({ revision: next.hash, step: 'appraisal', state: 'open' })
    expect((await task(second)).events.at(-1)).toMatchObject({ type: 'migrate', from: 'appraisal', to: 'appraisal', actor: 'Hệ thống' })
    expect(((await citizen.get(`/api/dossiers/${second}`)).body.events as DossierEvent[]).map(({ type }) => type)).not.toContain('migrate')
    expect(await migration(next)).toEqual({ open: { state: 'done', moved: 2, left: 0, stays: [] } })
    expect((await verifyAudit(room.office.deps.database)).faults).toEqual([])
    expect((await act(desk, first, 2, { action: 'accept' })).status).toBe(200)
    expect((await desk.get('/api/tasks?state=all')).status).toBe(200)
  })

  it('stay where their step is gone, and are reported', async () => {
    const before = await room.putInForce(buildProcedure('1.82'))
    const [first, second] = [await filed(before), await filed(before)]
    await act(desk, second, 1, { action: 'accept' })
    const next = await changeTo(room, before, restepped('1.82'), migrating)
    await moveAll(room.office)
    expect([(await task(first)).dossier.revision, (await task(second)).dossier.revision]).toEqual([next.hash, before.hash])
    expect(await migration(next)).toEqual({ open: { state: 'done', moved: 1, left: 1, stays: [{ why: 'stepGone', step: 'appraisal', count: 1 }] } })
    expect((await act(await room.office.as('specialist'), second, 2, { action: 'submit', record: { ketLuan: 'Đạt' } })).status).toBeLessThan(500)
  })

  it('stay where the applicant would have to answer again, or is completing the dossier', async () => {
    const before = await room.putInForce(buildProcedure('1.83'))
    const [long, waiting, along] = [await filed(before, { ...short(), ten: 'Nguyễn Văn An' }), await filed(before), await filed(before)]
    await act(desk, waiting, 1, { action: 'ask-supplement', reason: 'Thiếu', fields: ['/ten'] })
    const next = await changeTo(room, before, tightened('1.83'), migrating)
    await moveAll(room.office)
    expect([long, waiting, along].length).toBe(3)
    expect(await Promise.all([long, waiting, along].map(async (id) => (await task(id)).dossier.revision))).toEqual([before.hash, before.hash, next.hash])
    expect((await migration(next)).open.stays).toEqual([{ why: 'asksAgain', count: 1 }, { why: 'supplement', step: 'supplement', count: 1 }])
  })

  it('stay where the plan lets them', async () => {
    const before = await room.putInForce(buildProcedure('1.84'))
    const id = await filed(before)
    const next = await changeTo(room, before, renamed('1.84'), { disposition: { ...migrating.disposition!, open: 'stay' } })
    await moveAll(room.office)
    expect([(await task(id)).dossier.revision, await migration(next)]).toEqual([before.hash, {}])
  })
})
