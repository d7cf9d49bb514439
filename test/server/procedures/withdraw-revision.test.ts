import { describe, expect, it } from 'vitest'
import { buildProcedure, simpleAnswers } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { act, fileAtOnce, submitDraft } from '../../fixtures/filing.ts'
import { sharedReviewRoom, widened } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('emergency withdrawal on %s', (engine) => {
  const { room } = sharedReviewRoom(engine)

  const withdraw = (id: string, hash: string, reason = 'Mẫu đơn sai căn cứ') => room.administrator.post(`/api/designer/procedures/${id}/withdrawal`, { hash, reason })
  const type = ({ body }: { body: { type: string } }) => body.type

  it('stops filing at once with a clear word, keeps drafts, lets open dossiers go on, until it is published again', async () => {
    const citizen = await room.office.as('applicant')
    const desk = await room.office.as('oneStop')
    const procedure = await room.putInForce(buildProcedure('1.51'))
    const filed = (await fileAtOnce(citizen, procedure)).body.dossier
    const draft = (await citizen.post('/api/dossiers', { procedure: procedure.id })).body.dossier
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: simpleAnswers() }, 1)

    expect((await withdraw(procedure.id, procedure.hash)).body).toEqual({ withdrawn: procedure.hash })
    const stopped = await Promise.all([
      submitDraft(citizen, draft.id, 2), fileAtOnce(citizen, procedure), citizen.post('/api/dossiers', { procedure: procedure.id }), room.visitor.get(`/api/procedures/${procedure.id}`),
    ])
    expect(stopped.map((reply) => [reply.status, type(reply)])).toEqual(Array.from({ length: 4 }, () => [409, '/problems/procedure-withdrawn']))
    expect(stopped[0]!.body.detail).toContain('Bản nháp của bạn vẫn còn')
    expect((await room.visitor.get('/api/procedures')).text).not.toContain(procedure.id)

    expect((await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: { ...simpleAnswers(), tuoi: 31 } }, 2)).status).toBe(200)
    expect((await act(desk, filed.id, filed.version, { action: 'accept' })).status).toBe(200)

    const request = await room.open(procedure.id)
    await room.review(room.reviewer, request)
    expect((await room.publish(room.reviewer, request)).body).toEqual({ hash: procedure.hash })
    expect((await submitDraft(citizen, draft.id, 3)).status).toBe(201)
  })

  it('is lasting for its own revision: a draft of it is not filed while another one is in force', async () => {
    const citizen = await room.office.as('applicant')
    const { id, hash, version } = await room.putInForce(buildProcedure('1.52'))
    const draft = (await citizen.post('/api/dossiers', { procedure: id })).body.dossier
    await citizen.put(`/api/dossiers/${draft.id}/answers`, { answers: simpleAnswers() }, 1)
    await withdraw(id, hash)
    const request = await room.approveNext(id, version, widened('1.52'))
    expect((await room.publish(room.reviewer, request)).status).toBe(201)
    expect(type(await submitDraft(citizen, draft.id, 2))).toBe('/problems/revision-replaced')
    expect((await fileAtOnce(citizen, { id, hash: request.hash })).status).toBe(201)
  })

  it('is an administrator’s, with a reason, about what is in force; everybody concerned is told', async () => {
    const { id, hash } = await room.putInForce(buildProcedure('1.53'))
    expect((await room.reviewer.post(`/api/designer/procedures/${id}/withdrawal`, { hash, reason: 'x' })).status).toBe(403)
    expect((await withdraw(id, hash, '')).status).toBe(422)
    expect((await withdraw(id, '0'.repeat(64))).status).toBe(409)
    const both = await Promise.all([withdraw(id, hash), withdraw(id, hash)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { events } = (await room.reviewer.get(`/api/designer/procedures/${id}/events`)).body
    expect(events.at(-1)).toMatchObject({ type: 'withdrawn', revision: hash, actorId: room.administrator.id, content: { reason: 'Mẫu đơn sai căn cứ' } })
    expect(await room.lettersTo(room.reviewer)).toContain('withdrawn')
  })
})
