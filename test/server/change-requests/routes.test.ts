import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { fileAtOnce, submitDraft } from '../../fixtures/filing.ts'
import { finishOnOld, openReviewRoomOn, tightened, type ReviewRoom } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('change requests on %s', (engine) => {
  let room = {} as ReviewRoom
  let { office, visitor, administrator, reviewer, draft, open, review, publish, stateOf } = room
  beforeAll(async () => {
    room = await openReviewRoomOn(engine);
    ({ office, visitor, administrator, reviewer, draft, open, review, publish, stateOf } = room)
  })
  afterAll(() => office.close())

  it('leads a draft through review to publication', async () => {
    const { id } = await draft()
    expect(await stateOf(id)).toBe('draft')
    const request = await open(id)
    expect([request.state, await stateOf(id)]).toEqual(['in-review', 'in-review'])
    expect((await publish(reviewer, request)).status).toBe(409)

    expect((await review(reviewer, request, 'approve')).body).toMatchObject({ state: 'approved', decision: { by: 'Lê Thẩm Định', verdict: 'approve', comment: 'Đã xem' } })
    expect(await stateOf(id)).toBe('approved')
    expect((await review(reviewer, request, 'approve')).status).toBe(409)

    const published = await publish(reviewer, request)
    expect([published.status, published.body]).toEqual([201, { hash: request.hash }])
    expect(await stateOf(id)).toBe('published')
    expect((await visitor.get(`/api/procedures/${id}`)).body.revision).toBe(request.hash)
    expect((await administrator.get(`/api/designer/change-requests/${request.id}`)).body.changeRequest.state).toBe('published')
    expect((await publish(reviewer, request)).status).toBe(409)
  })

  it('keeps dossiers on the revision that they were begun under when a newer one is published', async () => {
    const { id, hash, version } = await room.putInForce(buildProcedure('1.8'))
    const citizen = await office.as('applicant')
    const dossier = (await citizen.post('/api/dossiers', { procedure: id })).body.dossier
    const request = await room.approveNext(id, version, tightened('1.8'), { disposition: finishOnOld })
    expect((await publish(reviewer, request)).status).toBe(201)

    await citizen.put(`/api/dossiers/${dossier.id}/answers`, { answers: { ten: 'Nguyễn', tuoi: 3, khan: false } }, 1)
    expect((await submitDraft(citizen, dossier.id, 2)).status).toBe(201)
    const stale = await fileAtOnce(citizen, { id, hash }, { ten: 'An', tuoi: 3, khan: false })
    expect(stale.status).toBe(409)
  })

  it('says which release of the procedure it would be, and which it has become', async () => {
    const { id, version } = await room.putInForce(buildProcedure('1.10'))
    const request = await room.approveNext(id, version, tightened('1.10'), { disposition: finishOnOld })
    const release = async (): Promise<number> => (await reviewer.get(`/api/designer/change-requests/${request.id}`)).body.release
    expect(await release()).toBe(2)
    expect((await publish(reviewer, request)).status).toBe(201)
    expect(await release()).toBe(2)
    const { body: { releases } } = await reviewer.get(`/api/designer/procedures/${id}/history`)
    const [first] = releases
    expect((await reviewer.get(`/api/designer/change-requests/${first.requestId}`)).body.release).toBe(1)
  })

  it('is never decided by its author, nor by somebody who may not review', async () => {
    const { id, version } = await draft()
    const request = await open(id)
    expect((await review(administrator, request, 'approve')).status).toBe(403)
    expect((await review(await office.as('head'), request, 'approve')).status).toBe(403)
    const both = await room.hire('Người vừa soạn vừa thẩm định', ['administrator', 'reviewer'])
    expect((await both.put(`/api/designer/procedures/${id}/draft`, buildProcedure(), version)).status).toBe(200)
    expect((await review(both, request, 'approve')).status).toBe(403)
    expect((await administrator.get(`/api/designer/change-requests/${request.id}`)).body.changeRequest.state).toBe('in-review')
  })

  it('is bound to the content that was read: when the draft moves on, the request follows and nothing of before counts', async () => {
    const { id, version } = await draft()
    const request = await open(id)
    expect((await review(reviewer, { ...request, hash: '0'.repeat(64) })).status).toBe(409)
    await review(reviewer, request)
    await room.save(id, buildProcedure('1.000009'), version)

    expect((await publish(reviewer, request)).status).toBe(409)
    const refused = await review(reviewer, request)
    const now = (await administrator.get(`/api/designer/change-requests/${request.id}`)).body
    expect([refused.status, refused.body.errors[0].params]).toEqual([409, { hash: now.changeRequest.hash, state: 'in-review' }])
    expect(now.changeRequest).toMatchObject({ state: 'in-review', approvals: Array.from({ length: 4 }, () => ({ hash: request.hash, void: true })) })
    expect(now.document.info.code).toBe('1.000009')
    expect(await stateOf(id)).toBe('in-review')

    expect((await review(reviewer, now.changeRequest)).body.state).toBe('approved')
    expect((await publish(reviewer, request)).body).toEqual({ hash: now.changeRequest.hash })
  })

  it('goes back to the author with what must change', async () => {
    const { id } = await draft()
    const request = await open(id)
    await review(reviewer, request, 'ask-changes')
    expect(await stateOf(id)).toBe('changes-asked')
    expect((await publish(reviewer, request)).status).toBe(409)
    const listed = (await administrator.get('/api/designer/change-requests')).body.changeRequests as { id: string }[]
    expect(listed.find(({ id: each }) => each === request.id)).toMatchObject({ procedureName: 'Thủ tục thử nghiệm', state: 'changes-asked' })

    const again = await open(id, 'Đã sửa')
    expect(again).toMatchObject({ id: request.id, state: 'in-review', comment: 'Đã sửa' })
  })

  it.each<[string, (procedure: Procedure) => void, string]>([
    ['lacks what the law asks for', (procedure) => { procedure.info.sequence = '' }, '#/info/sequence'],
    ['has a form with design errors', (procedure) => { procedure.form!.pages[0]!.sections[0]!.questions.push('/khongCo') }, '#/form/pages/0/sections/0/questions/6'],
    ['has a workflow that leads nowhere', (procedure) => { procedure.workflow!.steps[0]!.actions![0]!.to = 'nowhere' }, '#/workflow/steps/0'],
    ['has a pattern that could run for ever', (procedure) => { procedure.form!.schema.properties.ten!.pattern = '^(a)\\1$' }, '#/form/schema/properties/ten/pattern'],
    ['has a scenario that comes out otherwise', (procedure) => { procedure.scenarios![0]!.expect.fee = 7 }, '#/scenarios/0/expect/fee'],
  ])('is not opened for a draft that %s', async (_, change, pointer) => {
    const procedure = buildProcedure()
    change(procedure)
    const { id } = await draft(procedure)
    const refused = await administrator.post(`/api/designer/procedures/${id}/change-requests`, { comment: '' })
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/invalid-document'])
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect(await stateOf(id)).toBe('draft')
  })

  it('is opened for a draft whose scenario comes out otherwise when its author says why', async () => {
    const procedure = buildProcedure()
    procedure.scenarios![0]!.expect.fee = 7
    procedure.accepted = [{ code: 'publish.scenarioFails', at: '/scenarios/0/expect/fee', reason: 'Mức phí mới chưa có hiệu lực' }]
    const { id } = await draft(procedure)
    const request = await open(id)
    await review(reviewer, request)
    expect((await publish(reviewer, request)).status).toBe(201)
  })

  it('survives a draft whose definitions refer to each other in a circle', async () => {
    const procedure = buildProcedure()
    procedure.form!.schema.properties.goc = { $ref: '#/$defs/nhom', title: 'Gốc' }
    procedure.form!.schema.$defs = { nhom: { type: 'object', properties: { con: { $ref: '#/$defs/nhom' } } } }
    const { id } = await draft(procedure)
    expect((await administrator.post(`/api/designer/procedures/${id}/change-requests`, { comment: '' })).status).toBe(422)
    expect((await administrator.get(`/api/designer/procedures/${id}`)).status).toBe(200)
  })
})
