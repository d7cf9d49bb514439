import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/repository.ts'
import { fireDueTimers } from '../../../server/features.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { extension, simpleAnswers, validAnswers } from '../../fixtures/build.ts'
import { act, attachScan, fileAtOnce, sendSupplement, submitDraft } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'

const asked = (body: { errors?: { pointer: string }[] }) => (body.errors ?? []).map((error) => error.pointer)

describe.each<Engine>(['sqlite', 'postgres'])('the life of a dossier on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine)
  let specialist: Person, head: Person
  let extensionId: string

  beforeAll(async () => {
    specialist = await office.as('specialist')
    head = await office.as('head')
    extensionId = ((await citizen.get('/api/procedures?q=gia han phe duyet mau')).body as { procedures: { id: string }[] }).procedures[0]!.id
  })

  const startExtension = async () => {
    const started = await citizen.post('/api/dossiers', { procedure: extensionId })
    expect(started.status).toBe(201)
    const { id } = started.body.dossier as { id: string }
    const upload = await attachScan(citizen, id, '/tep/qd', 'Quyết định.pdf')
    expect(upload.status).toBe(201)
    const answers = validAnswers(extension())
    return { id, answers: { ...answers, tep: { qd: [upload.body.id as string] } } as Record<string, Record<string, unknown>> }
  }

  const save = async (id: string, version: number, answers: unknown) => {
    const saved = await citizen.put(`/api/dossiers/${id}/answers`, { answers }, version)
    expect([saved.status, saved.text]).toEqual([200, expect.any(String)])
    return saved.body.version as number
  }

  it('refuses what each rule, check and question of the procedure refuses', async () => {
    const { scenarios = [] } = extension()
    const { id, answers } = await startExtension()
    let version = 1
    for (const scenario of scenarios.filter(({ expect: { valid } }) => !valid)) {
      office.clock.now = `${scenario.on ?? '2026-11-20'}T02:00:00.000Z`
      const tep = scenario.expect.refusedBy === '/tep/qd' ? { tep: undefined } : { tep: answers.tep }
      version = await save(id, version, { ...scenario.answers, ...tep })
      const refused = await submitDraft(citizen, id, version)
      expect([scenario.title, refused.status]).toEqual([scenario.title, 422])
      expect(refused.body.type).toBe('/problems/invalid-answers')
      for (const error of refused.body.errors as { detail: string; pointer: string }[]) {
        expect(error.pointer).toMatch(/^#\/answers/)
        expect(error.detail).toMatch(/\S \S/)
      }
      if (scenario.expect.refusedBy?.startsWith('/')) expect(asked(refused.body)).toContain(`#/answers${scenario.expect.refusedBy}`)
    }
    office.clock.now = '2026-11-20T02:00:00.000Z'
    expect(scenarios.filter(({ expect: { valid } }) => !valid).length).toBeGreaterThan(5)
    expect((await citizen.get(`/api/dossiers/${id}`)).body.dossier.state).toBe('draft')
  })

  it('refuses a file that belongs to another dossier', async () => {
    const one = await startExtension()
    const other = await startExtension()
    const version = await save(one.id, 1, { ...one.answers, tep: other.answers.tep })
    const refused = await submitDraft(citizen, one.id, version)
    expect([refused.status, asked(refused.body)]).toEqual([422, ['#/answers/tep/qd/0']])
  })

  it('is filed, supplemented, appraised, granted, with the clock pausing and starting again', async () => {
    const { id, answers } = await startExtension()
    office.clock.now = '2026-11-20T02:00:00.000Z'
    const submitted = await submitDraft(citizen, id, await save(id, 1, answers))
    expect(submitted.status).toBe(201)
    const filed = submitted.body.dossier
    expect(filed).toMatchObject({ state: 'open', step: 'intake', publicStatus: 'submitted', submittedAt: office.clock.now, dueAt: '2026-12-07T10:00:00.000Z' })
    expect(filed.code).toMatch(/^G06-261120-\d{4}$/)

    const queue = (await desk.get('/api/tasks')).body.tasks as { dossierId: string; stepDueAt: string }[]
    expect(queue.map((task) => task.dossierId)).toContain(id)
    expect(queue.map((task) => task.stepDueAt)).toEqual(queue.map((task) => task.stepDueAt).sort())

    office.clock.now = '2026-11-23T02:00:00.000Z'
    expect((await act(desk, id, filed.version, { action: 'ask-supplement', fields: ['/qd/so'] })).body.errors[0].pointer).toBe('#/reason')
    expect((await act(desk, id, filed.version, { action: 'ask-supplement', reason: 'Thiếu số' })).body.errors[0].pointer).toBe('#/fields')
    const paused = (await act(desk, id, filed.version, { action: 'ask-supplement', reason: 'Ghi rõ số quyết định', fields: ['/qd/so'] })).body.dossier
    expect(paused).toMatchObject({ step: 'supplement', publicStatus: 'supplement', pausedAt: office.clock.now, supplement: { reason: 'Ghi rõ số quyết định', fields: ['/qd/so'] } })

    const overreach = await citizen.put(`/api/dossiers/${id}/answers`, { answers: { ...answers, coSo: { ...answers.coSo, chucVu: 'Phó Giám đốc' } } }, paused.version)
    expect([overreach.status, asked(overreach.body)]).toEqual([422, ['#/answers/coSo/chucVu']])
    const mended = { ...answers, qd: { ...answers.qd, so: '3412/QĐ-TĐC-SĐ' } }
    const version = await save(id, paused.version, mended)
    expect((await desk.get(`/api/tasks/${id}`)).body.dossier.answers.qd.so).toBe(answers.qd!.so)
    expect((await citizen.get(`/api/dossiers/${id}`)).body.dossier.answers.qd.so).toBe('3412/QĐ-TĐC-SĐ')

    office.clock.now = '2026-12-02T02:00:00.000Z'
    const sent = await sendSupplement(citizen, id, version)
    expect(sent.status).toBe(200)
    // NĐ 61/2018 Đ.19.4: ten working days from the day on which it is complete.
    expect(sent.body.dossier).toMatchObject({ step: 'intake', dueAt: '2026-12-16T10:00:00.000Z', answers: { qd: { so: '3412/QĐ-TĐC-SĐ' } } })
    expect(sent.body.dossier.pausedAt).toBeUndefined()

    let present = sent.body.dossier
    const go = async (person: Person, body: Record<string, unknown>) => {
      const reply = await act(person, id, present.version, body)
      expect([body.action, reply.status, reply.status === 200 ? '' : reply.text]).toEqual([body.action, 200, ''])
      present = reply.body.dossier
    }
    await go(desk, { action: 'accept' })
    await go(head, { action: 'assign' })
    const incomplete = await act(specialist, id, present.version, { action: 'propose-grant', record: { doiChieu: 'khong_khop', ketLuan: 'dat' } })
    expect([incomplete.status, asked(incomplete.body)]).toEqual([422, ['#/record/khacBiet']])
    await go(specialist, { action: 'propose-grant', record: { doiChieu: 'khop', ketLuan: 'dat' } })
    await go(head, { action: 'submit' })
    await go(head, { action: 'sign-grant' })
    expect((await citizen.get(`/api/dossiers/${id}`)).body.dossier.records).toEqual({})
    await go(desk, { action: (await desk.get(`/api/tasks/${id}`)).body.actions[0].id, record: { soQuyetDinh: '2210/QĐ-TĐC', ngayKy: '2026-12-02', trichYeu: 'Gia hạn hiệu lực' } })
    while (present.state === 'open') await go(desk, { action: (await desk.get(`/api/tasks/${id}`)).body.actions[0].id })
    expect(present).toMatchObject({ state: 'ended', outcome: 'granted' })

    const { dossier, events } = (await citizen.get(`/api/dossiers/${id}`)).body
    expect(dossier.records).toMatchObject({ issue: { soQuyetDinh: '2210/QĐ-TĐC', hieuLucMoi: '2036-12-02' } })
    expect(dossier.records).not.toHaveProperty('appraise')
    expect(events.map((event: { actor: string }) => event.actor)).not.toContain('Phạm Chuyên Viên')
    expect(events.every((event: object) => !('actorId' in event))).toBe(true)
    office.clock.now = '2026-11-20T02:00:00.000Z'
  })

  it('ends by itself when a supplement never comes, once', async () => {
    const filed = (await fileAtOnce(citizen, procedure)).body.dossier
    await act(desk, filed.id, filed.version, { action: 'ask-supplement', reason: 'Thiếu', fields: ['/ten'] })
    expect(await fireDueTimers(office.deps)).toBe(0)

    office.clock.now = '2026-12-15T02:00:00.000Z'
    const moved = await Promise.all([fireDueTimers(office.deps), fireDueTimers(office.deps)])
    expect(moved.reduce((sum, n) => sum + n)).toBe(1)
    const { dossier, events } = (await citizen.get(`/api/dossiers/${filed.id}`)).body
    expect(dossier).toMatchObject({ state: 'ended', outcome: 'stopped' })
    expect(events.filter((event: { type: string }) => event.type === 'expire')).toHaveLength(1)
    office.clock.now = '2026-11-20T02:00:00.000Z'
  })

  it('can be withdrawn while nothing is decided, and a draft deleted', async () => {
    const filed = (await fileAtOnce(citizen, procedure)).body.dossier
    expect((await citizen.post(`/api/dossiers/${filed.id}/withdrawal`, { version: filed.version - 1, reason: 'Nhầm' })).status).toBe(409)
    expect((await citizen.post(`/api/dossiers/${filed.id}/withdrawal`, { version: filed.version, reason: 'Nhầm' })).body.dossier).toMatchObject({ state: 'ended', outcome: 'withdrawn' })
    expect((await citizen.send('DELETE', `/api/dossiers/${filed.id}`)).status).toBe(409)

    const { id } = await startExtension()
    expect((await citizen.send('DELETE', `/api/dossiers/${id}`)).status).toBe(204)
    expect((await citizen.get(`/api/dossiers/${id}`)).status).toBe(404)
  })

  it('owes a fee that the desk records once', async () => {
    const filed = (await fileAtOnce(citizen, procedure, { ...simpleAnswers(), khan: true, lyDo: 'Đi công tác' })).body.dossier
    expect(filed.fee).toMatchObject({ total: 50000, charges: 50000 })
    expect((await specialist.post(`/api/tasks/${filed.id}/payment`, { version: filed.version, receiptNumber: 'BL-1' })).status).toBe(403)
    const paid = (await desk.post(`/api/tasks/${filed.id}/payment`, { version: filed.version, receiptNumber: 'BL-1' })).body.dossier
    expect(paid.fee).toMatchObject({ paidAt: office.clock.now, receiptNumber: 'BL-1' })
    expect((await desk.post(`/api/tasks/${filed.id}/payment`, { version: filed.version, receiptNumber: 'BL-2' })).status).toBe(409)
    expect((await desk.post(`/api/tasks/${filed.id}/payment`, { version: paid.version, receiptNumber: 'BL-2' })).status).toBe(409)
  })

  it('lets one of two officers decide who act at once', async () => {
    const filed = (await fileAtOnce(citizen, procedure)).body.dossier
    const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => act(desk, filed.id, filed.version, i % 2 ? { action: 'accept' } : { action: 'refuse-intake', reason: 'Sai nơi nhận' })))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  })

  it('does not exist for other people, and officers act only in their own steps', async () => {
    const filed = (await fileAtOnce(citizen, procedure)).body.dossier
    const draft = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier
    expect((await desk.get(`/api/dossiers/${filed.id}`)).status).toBe(404)
    expect((await desk.get(`/api/tasks/${draft.id}`)).status).toBe(404)
    expect((await desk.put(`/api/dossiers/${draft.id}/answers`, { answers: {} }, 1)).status).toBe(404)
    expect((await citizen.get(`/api/tasks/${filed.id}`)).status).toBe(403)
    expect((await act(specialist, filed.id, filed.version, { action: 'accept' })).status).toBe(403)
    expect((await (await office.as()).get(`/api/dossiers/${filed.id}`)).status).toBe(401)
    expect((await (await office.as('administrator')).get('/api/tasks')).status).toBe(403)
  })

  it('leaves an audit trail that holds', async () => {
    const verdict = await verifyAudit(office.deps.database)
    expect(verdict.faults).toEqual([])
    expect(verdict.rows).toBeGreaterThan(10)
  })
})
