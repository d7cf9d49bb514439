// Once only, on both engines: what a person told us is offered to them and to nobody else, and nothing is kept silently.
import { describe, expect, it } from 'vitest'
import type { Question, Suggestion } from '#schemas/generated/types.ts'
import { buildProcedure, readGallery, validAnswers } from '../../fixtures/build.ts'
import { sharedCounter, type Engine } from '../../fixtures/engines.ts'
import { attachScan, fileAtOnce, submitDraft } from '../../fixtures/filing.ts'

const text = (title: string, more: Partial<Question>): Question => ({ type: 'string', title, maxLength: 100, ...more })

const asking = (code: string) => {
  const procedure = buildProcedure(code)
  const { schema, pages } = procedure.form!
  Object.assign(schema.properties!, {
    ten: { ...schema.properties!['ten'], 'x-prefill': { from: 'profile', key: 'person.fullName', editable: true } },
    soDinhDanh: text('Số định danh', { 'x-prefill': { from: 'registry', key: 'person.personId', editable: false } }),
    soKham: text('Số khám', { 'x-privacy': { class: 'sensitive' }, 'x-prefill': { from: 'registry', key: 'healthCheck.number' } }),
    soChiDinh: text('Số chỉ định', { 'x-prefill': { from: 'earlierDossier', key: 'designation.number' } }),
    nopThay: { type: 'boolean', title: 'Nộp thay', 'x-prefill': { from: 'profile', key: 'filing.isAuthorised' } },
  })
  pages[0]!.sections[0]!.questions = Object.keys(schema.properties!).map((name) => `/${name}`)
  return { ...procedure, scenarios: [] }
}

describe.each<Engine>(['sqlite', 'postgres'])('once only on %s', (engine) => {
  const { office, citizen, desk, procedure } = sharedCounter(engine, asking('1.000077'))

  const start = async () => (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier
  const view = async (id: string) => (await citizen.get(`/api/dossiers/${id}`)).body
  const offered = (suggestions: Suggestion[], pointer: string) => suggestions.find((each) => each.pointer === pointer)

  it('keeps a profile for its owner, judged by its form, and shows it to nobody else', async () => {
    const empty = (await citizen.get('/api/profile')).body
    expect(empty).toMatchObject({ profile: {}, version: 0 })
    expect(empty.form.schema.$defs.provinces.oneOf).toHaveLength(34)
    const wrong = await citizen.put('/api/profile', { person: { personId: '12' } }, 0)
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '#/person/personId'])
    const profile = { person: { fullName: 'Vũ Công Dân', personId: '001088012345', phone: '0912345678' }, organisation: { name: 'Viện Thử nghiệm' } }
    expect((await citizen.put('/api/profile', profile, 0)).body).toEqual({ version: 1, profile })
    expect((await citizen.put('/api/profile', {}, 0)).status).toBe(412)
    expect((await citizen.get('/api/profile')).body.profile).toEqual(profile)
    for (const who of [desk, await office.as('specialist'), await office.as('administrator')]) expect((await who.get('/api/profile')).status).toBe(403)
    expect((await (await office.as()).get('/api/profile')).status).toBe(401)
  })

  it('fills a new draft from the profile, says where each value comes from, and offers a cleared one without writing it', async () => {
    const draft = await start()
    expect(draft.answers).toEqual({ ten: 'Vũ Công Dân', soDinhDanh: '001088012345', nopThay: false })
    const { suggestions } = await view(draft.id)
    expect(offered(suggestions, '/ten')).toEqual({ pointer: '/ten', value: 'Vũ Công Dân', source: 'profile' })
    expect(offered(suggestions, '/soDinhDanh')).toMatchObject({ fixed: true })
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: { soDinhDanh: '001088012345' } }, 1)
    const cleared = await view(draft.id)
    expect(cleared.dossier.answers).toEqual({ soDinhDanh: '001088012345' })
    expect(offered(cleared.suggestions, '/ten')).toBeDefined()
  })

  it('refuses another value where the document allows none, and follows the profile when it is mended', async () => {
    const draft = await start()
    const answers = { ten: 'An', tuoi: 30, khan: false, soDinhDanh: '999999999999' }
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers }, 1)
    const refused = await submitDraft(citizen, draft.id, 2)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '#/answers/soDinhDanh'])
    expect(refused.body.errors[0].detail).toContain('001088012345')
    const whole = await fileAtOnce(citizen, procedure, answers)
    expect([whole.status, whole.body.errors?.[0].pointer]).toEqual([422, '#/answers/soDinhDanh'])

    const { profile, version } = (await citizen.get('/api/profile')).body
    await citizen.put('/api/profile', { ...profile, person: { ...profile.person, personId: '001088054321' } }, version)
    expect((await view(draft.id)).dossier.answers.soDinhDanh).toBe('001088054321')
  })

  it('carries answers of an earlier dossier along, but nothing sensitive', async () => {
    const draft = await start()
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: { ...draft.answers, tuoi: 30, khan: false, soKham: 'K-1', soChiDinh: 'QD-7' } }, 1)
    const filed = await submitDraft(citizen, draft.id, 2)
    expect([filed.status, filed.text]).toEqual([201, expect.any(String)])
    const next = await start()
    expect(next.answers.soChiDinh).toBe('QD-7')
    expect(next.answers.soKham).toBeUndefined()
    expect(offered((await view(next.id)).suggestions, '/soChiDinh')).toMatchObject({ source: 'dossier', from: { code: filed.body.dossier.code, date: '2026-11-20' } })
  })

  it('keeps for the next time only what the person chooses', async () => {
    const birth = ((await citizen.get('/api/procedures?q=khai sinh')).body as { procedures: { id: string }[] }).procedures[0]!.id
    const draft = (await citizen.post('/api/dossiers', { procedure: birth })).body.dossier
    const document = readGallery('15-dang-ky-khai-sinh.json')
    const scenario = document.scenarios!.find(({ expect: { valid }, answers }) => valid && !(answers['tep'] as object | undefined))
    const answers = scenario ? scenario.answers : validAnswers(document)
    office.clock.now = `${scenario?.on ?? '2026-11-20'}T02:00:00.000Z`
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers }, 1)
    const before = await citizen.get(`/api/profile/dossiers/${draft.id}`)
    expect(before.body.changes).toEqual([])
    const filed = await submitDraft(citizen, draft.id, 2)
    office.clock.now = '2026-11-20T02:00:00.000Z'
    if (filed.status !== 201) throw new Error(filed.text)
    const { changes } = (await citizen.get(`/api/profile/dossiers/${draft.id}`)).body as { changes: { attribute: string }[] }
    expect(changes.map(({ attribute }) => attribute)).toEqual(expect.arrayContaining(['person.birthDate', 'person.residence', 'person.fullName']))
    const kept = await citizen.post(`/api/profile/dossiers/${draft.id}`, { attributes: ['person.birthDate'] })
    expect(kept.body.profile.person).toMatchObject({ fullName: 'Vũ Công Dân', birthDate: expect.any(String) })
    expect(kept.body.profile.person.residence).toBeUndefined()
    expect((await citizen.post(`/api/profile/dossiers/${draft.id}`, { attributes: ['person.birthDate'] })).status).toBe(422)
    expect((await desk.get(`/api/profile/dossiers/${draft.id}`)).status).toBe(403)
  })

  it('files for another person with the authorisation, lends that person nothing of its own, and names both', async () => {
    const draft = await start()
    const path = `/api/dossiers/${draft.id}/representation`
    const person = { name: 'Nguyễn Văn Cha', personId: '001055000111', relation: 'family' }
    const representative = { name: 'Vũ Công Dân', personId: '001088054321', phone: '0912345678' }
    const without = await citizen.put(path, { answers: { for: 'person', person, representative } }, 1)
    expect([without.status, without.body.errors[0].pointer]).toEqual([422, '#/answers/authorisation'])
    const upload = await attachScan(citizen, draft.id, '@authorisation', 'Ủy quyền.pdf')
    expect(upload.status).toBe(201)
    const told = await citizen.put(path, { answers: { for: 'person', person, representative, authorisation: [upload.body.id] } }, 1)
    expect(told.body).toEqual({ version: 2 })

    const { dossier, suggestions } = await view(draft.id)
    expect(dossier).toMatchObject({ applicantName: 'Nguyễn Văn Cha', answers: { ten: 'Nguyễn Văn Cha', soDinhDanh: '001055000111', nopThay: true }, representation: { person } })
    expect(suggestions.every((each: Suggestion) => each.source === 'filing')).toBe(true)
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: { ...dossier.answers, tuoi: 70, khan: false } }, 2)
    const filed = await submitDraft(citizen, draft.id, 3)
    expect(filed.status).toBe(201)
    const task = (await desk.get(`/api/tasks/${draft.id}`)).body
    expect(task.dossier).toMatchObject({ applicantName: 'Nguyễn Văn Cha', representation: { representative } })
    expect(task.events[0]).toMatchObject({ actor: 'Vũ Công Dân', onBehalfOf: 'Nguyễn Văn Cha' })
    expect((await citizen.get(`/api/profile/dossiers/${draft.id}`)).body.changes).toEqual([])
  })

  it('goes back to the person themselves, and refuses where the law asks for the person', async () => {
    const draft = await start()
    const person = { name: 'Bé An', personId: '001225000111', relation: 'parent' }
    const representative = { name: 'Vũ Công Dân', personId: '001088054321', phone: '0912345678' }
    expect((await citizen.put(`/api/dossiers/${draft.id}/representation`, { answers: { for: 'person', person, representative } }, 1)).status).toBe(200)
    await citizen.put(`/api/dossiers/${draft.id}/representation`, { answers: { for: 'self' } }, 2)
    const { dossier } = await view(draft.id)
    expect(dossier).toMatchObject({ applicantName: 'Vũ Công Dân', answers: { ten: 'Vũ Công Dân', nopThay: false } })
    expect(dossier.representation).toBeUndefined()

    const strict = buildProcedure('1.000078')
    const own = await office.publish({ ...strict, info: { ...strict.info, representation: 'none' } })
    const other = (await citizen.post('/api/dossiers', { procedure: own.id })).body.dossier
    expect((await citizen.put(`/api/dossiers/${other.id}/representation`, { answers: { for: 'person', person, representative } }, 1)).status).toBe(409)
  })

  it('forgets a profile when its owner says so', async () => {
    expect((await citizen.send('DELETE', '/api/profile')).status).toBe(204)
    expect((await citizen.get('/api/profile')).body).toMatchObject({ profile: {}, version: 0 })
  })
})
