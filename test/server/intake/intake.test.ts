// Paper at the counter, on both engines: an officer enters it for somebody else through the citizen's own use cases, and the
// record names both.
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../server/audit/repository.ts'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { act, attachScan, sendSupplement, submitDraft } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'

const withScan = (code: string) => {
  const procedure = buildProcedure(code)
  // What was said at the counter is not asked again, and nothing else of the person is told to the officer.
  Object.assign(procedure.form!.schema.properties!['ten']!, { 'x-prefill': { from: 'profile', key: 'person.fullName' } })
  Object.assign(procedure.form!.schema.properties!['lyDo']!, { 'x-prefill': { from: 'profile', key: 'person.residence' } })
  procedure.form!.schema.properties!['giay'] = { type: 'array', title: 'Giấy tờ', maxItems: 2, 'x-field': 'file', 'x-file': { accept: ['pdf'], maxBytes: 1048576 }, items: { type: 'string', maxLength: 36 } }
  procedure.form!.pages[0]!.sections[0]!.questions.push('/giay')
  return { ...procedure, scenarios: [] }
}

describe.each<Engine>(['sqlite', 'postgres'])('paper at the counter on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine, withScan('1.000079'))
  let specialist: Person
  beforeAll(async () => {
    specialist = await office.as('specialist')
    await citizen.put('/api/profile', { person: { personId: '001088012345' } }, 0)
  })

  const told = (more: object = {}) => ({ procedure: procedure.id, channel: 'counter', receivedOn: '2026-11-20', receivedAt: '08:15', originals: 2, person: { name: 'Vũ Công Dân', personId: '001088012345', phone: '0912345678' }, ...more })
  const begin = async (more: object = {}, account?: string) => desk.post('/api/intake', { answers: told(more), ...(account && { account }) })
  const file = async (id: string, answers: unknown, version = 1) => {
    const saved = await desk.put(`/api/dossiers/${id}/answers`, { answers }, version)
    expect([saved.status, saved.text]).toEqual([200, expect.any(String)])
    return submitDraft(desk, id, version + 1)
  }

  it('is for the one-stop desk only', async () => {
    for (const who of [citizen, specialist, await office.as('administrator')]) {
      expect((await who.post('/api/intake', { answers: told() })).status).toBe(403)
      expect((await who.post('/api/intake/applicant', { personId: '001088012345' })).status).toBe(403)
      expect((await who.get('/api/intake')).status).toBe(403)
    }
    expect((await desk.get('/api/intake/procedures')).body.procedures.map(({ id }: { id: string }) => id)).toContain(procedure.id)
  })

  it('finds an account by one exact value, says little of it, and finds officers never', async () => {
    expect((await desk.post('/api/intake/applicant', { personId: '001088012345' })).body).toEqual({ account: { name: 'Vũ Công Dân', email: 'c•••n@demo.motcua.vn' } })
    expect((await desk.post('/api/intake/applicant', { email: 'CONGDAN@demo.motcua.vn' })).body.account.name).toBe('Vũ Công Dân')
    expect((await desk.post('/api/intake/applicant', { personId: '00108801234' })).body).toEqual({ account: null })
    expect((await desk.post('/api/intake/applicant', { email: 'quantri@demo.motcua.vn' })).body).toEqual({ account: null })
    expect((await desk.post('/api/intake/applicant', {})).body).toEqual({ account: null })
  })

  it('refuses what cannot be: a time to come, a month ago, an unknown procedure, a wrong number', async () => {
    const at = async (more: object) => { const { status, body } = await begin(more); return [status, body.errors?.map((error: { pointer: string }) => error.pointer)] }
    expect(await at({ receivedAt: '09:01' })).toEqual([422, ['#/answers/receivedAt']])
    expect(await at({ receivedOn: '2026-10-01' })).toEqual([422, ['#/answers/receivedOn']])
    expect(await at({ procedure: crypto.randomUUID() })).toEqual([422, ['#/answers/procedure']])
    expect(await at({ person: { name: 'An', personId: '1' } })).toEqual([422, ['#/answers/person/personId']])
  })

  it('goes into the account of its applicant, with scans, dated by its receipt, both named in a sound chain', async () => {
    const started = await begin({}, 'personId')
    expect(started.status).toBe(201)
    const { id } = started.body.dossier
    expect(started.body.dossier.answers).toEqual({ ten: 'Vũ Công Dân' })
    expect((await desk.get('/api/intake')).body.dossiers.map((each: { id: string }) => each.id)).toContain(id)
    expect((await citizen.get('/api/dossiers')).body.dossiers.map((each: { id: string }) => each.id)).not.toContain(id)
    for (const who of [citizen, specialist]) expect((await who.get(`/api/dossiers/${id}`)).status).toBe(404)
    expect((await citizen.put(`/api/dossiers/${id}/answers`, { answers: {} }, 1)).status).toBe(404)

    const scan = await attachScan(desk, id, '/giay')
    expect(scan.status).toBe(201)
    const wrong = await file(id, { ten: 'An' })
    expect([wrong.status, wrong.body.errors.length > 0]).toEqual([422, true])
    const filed = await file(id, { ...simpleAnswers(), giay: [scan.body.id] }, 2)
    expect([filed.status, filed.text]).toEqual([201, expect.any(String)])
    expect(filed.body.dossier).toMatchObject({ channel: 'counter', submittedAt: '2026-11-20T01:15:00.000Z', applicantName: 'Vũ Công Dân', intake: { officer: 'Trần Một Cửa', originals: 2 } })

    const mine = (await citizen.get(`/api/dossiers/${id}`)).body
    expect(mine.dossier).toMatchObject({ state: 'open', code: filed.body.dossier.code })
    expect(mine.files.map((each: { id: string }) => each.id)).toEqual([scan.body.id])
    expect((await citizen.get(`/api/files/${scan.body.id}`)).status).toBe(200)
    expect((await desk.get(`/api/dossiers/${id}`)).status).toBe(404)
    const { events } = (await desk.get(`/api/tasks/${id}`)).body
    expect(events[0]).toMatchObject({ type: 'submit', actor: 'Trần Một Cửa', actorId: desk.id, onBehalfOf: 'Vũ Công Dân', at: office.clock.now })
    expect((await verifyAudit(office.deps.database)).faults).toEqual([])
  })

  it('needs no account: the code is for the person who stands there', async () => {
    const started = await begin({ channel: 'post', person: { name: 'Lê Thị Bình' } })
    const filed = await file(started.body.dossier.id, simpleAnswers())
    expect(filed.body.dossier).toMatchObject({ channel: 'post', applicantName: 'Lê Thị Bình', code: expect.stringMatching(/^H99-/) })
    expect(filed.body.dossier.applicantId).toMatch(/^counter:/)
    expect((await citizen.get('/api/dossiers')).body.dossiers.map((each: { id: string }) => each.id)).not.toContain(filed.body.dossier.id)
  })

  it('takes at the counter what somebody without an account was asked to complete', async () => {
    const started = await begin({ person: { name: 'Trần Văn Quầy' } })
    const { id } = started.body.dossier
    const filed = await file(id, simpleAnswers())
    const asked = await act(desk, id, filed.body.dossier.version, { action: 'ask-supplement', reason: 'Ghi đủ họ tên', fields: ['/ten', '/giay'] })
    expect(asked.status).toBe(200)
    const { version } = asked.body.dossier
    for (const who of [citizen, specialist]) expect((await who.put(`/api/dossiers/${id}/answers`, { answers: simpleAnswers() }, version)).status).toBe(404)
    const scan = await attachScan(desk, id, '/giay')
    expect(scan.status).toBe(201)
    const saved = await desk.put(`/api/dossiers/${id}/answers`, { answers: { ...simpleAnswers(), ten: 'Trần Văn Quầy', giay: [scan.body.id] } }, version)
    expect([saved.status, saved.text]).toEqual([200, expect.any(String)])
    const sent = await sendSupplement(desk, id, saved.body.version)
    expect(sent.body.dossier).toMatchObject({ step: 'intake', answers: { ten: 'Trần Văn Quầy' } })
    const { events } = (await desk.get(`/api/tasks/${id}`)).body
    expect(events.at(-1)).toMatchObject({ type: 'supplement', actor: 'Trần Một Cửa', onBehalfOf: 'Trần Văn Quầy' })
    expect((await desk.get(`/api/dossiers/${id}`)).status).toBe(404)
  })

  it('belongs to nobody of two who claim one number, and an entry that was begun can be thrown away', async () => {
    const id = await office.deps.identity.createAccount({ email: 'kheo@example.vn', name: 'Người Khéo', password: 'Mot-Hai-Ba-4', roles: ['applicant'] })
    await office.deps.database.commit([{ sql: `INSERT INTO profile (account_id, content, person_id, version, updated_at) VALUES (?, '{}', '001088012345', 1, ?)`, parameters: [id, office.clock.now] }])
    expect((await desk.post('/api/intake/applicant', { personId: '001088012345' })).body).toEqual({ account: null })
    expect((await begin({}, 'personId')).status).toBe(422)

    const started = await begin()
    expect((await citizen.send('DELETE', `/api/dossiers/${started.body.dossier.id}`)).status).toBe(404)
    expect((await desk.send('DELETE', `/api/dossiers/${started.body.dossier.id}`)).status).toBe(204)
  })
})
