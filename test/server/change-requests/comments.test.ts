import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { carryOutEffects } from '../../fixtures/outbox.ts'
import { openReviewRoomOn, widened, type ReviewRoom, type SentRequest } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('comments on a change on %s', (engine) => {
  let room = {} as ReviewRoom
  let procedure = { id: '', version: 0 }
  let request = {} as SentRequest
  beforeAll(async () => {
    room = await openReviewRoomOn(engine)
    procedure = await room.draft(buildProcedure('1.31'))
    request = await room.open(procedure.id)
  })
  afterAll(() => room.office.close())

  const at = (rest: string) => `/api/designer/change-requests/${request.id}/${rest}`
  const begin = async (body: string) => (await room.reviewer.post(at('threads'), { anchor: { path: '/ten' }, body })).body as { id: string }

  it('are begun at a place, answered, settled and opened again', async () => {
    const begun = await room.reviewer.post(at('threads'), { anchor: { difference: 'question:/ten:maxLength', path: '/ten', page: 'page-1' }, body: 'Vì sao 100?' })
    expect([begun.status, begun.body]).toMatchObject([201, { state: 'open', anchor: { path: '/ten', page: 'page-1' }, comments: [{ body: 'Vì sao 100?', by: 'Lê Thẩm Định', byId: room.reviewer.id }] }])
    const { id } = begun.body
    const answered = await room.administrator.post(at(`threads/${id}/replies`), { body: 'Theo mẫu đơn.' })
    expect([answered.status, answered.body.comments.map(({ body }: { body: string }) => body)]).toEqual([201, ['Vì sao 100?', 'Theo mẫu đơn.']])
    expect((await room.reviewer.send('PUT', at(`threads/${id}/state`), { state: 'resolved' })).body).toMatchObject({ state: 'resolved', settledBy: 'Lê Thẩm Định', settledAt: room.office.clock.now })
    expect((await room.administrator.send('PUT', at(`threads/${id}/state`), { state: 'open' })).body.state).toBe('open')
    expect((await room.administrator.get(at('threads'))).body.threads.map((each: { id: string }) => each.id)).toEqual([id])
  })

  it('are for those who may see drafts, with a text, about a request that is there', async () => {
    const wrong = await Promise.all([
      (await room.office.as('applicant')).post(at('threads'), { anchor: {}, body: 'x' }), room.visitor.get(at('threads')),
      room.reviewer.post(at('threads'), { anchor: {}, body: '' }), room.reviewer.post(at('threads'), { anchor: {}, body: 'x'.repeat(5001) }),
      room.reviewer.post(at(`threads/${crypto.randomUUID()}/replies`), { body: 'x' }), room.reviewer.get(`/api/designer/change-requests/${crypto.randomUUID()}/threads`),
    ])
    expect(wrong.map(({ status }) => status)).toEqual([403, 401, 422, 422, 404, 404])
  })

  it('are told to those who take part, once an hour, in a letter that says nothing of the content', async () => {
    const { mail } = room.office.deps
    const sent: { to: string; subject: string; text: string; html?: string }[] = []
    mail.send = async (letter) => void sent.push(letter)
    await carryOutEffects(room.office)
    sent.length = 0
    room.office.clock.now = '2026-11-20T05:00:00.000Z'
    for (const body of ['Một', 'Hai', 'Ba']) await begin(`Bí mật ${body}`)
    await carryOutEffects(room.office)
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([['quantri@demo.motcua.vn', 'Có ý kiến mới: Thủ tục thử nghiệm']])
    expect(sent[0]!.text).toContain(`http://office.test/designer/de-nghi/${request.id}`)
    expect(sent[0]!.text + sent[0]!.html).not.toContain('Bí mật')
    room.office.clock.now = '2026-11-20T06:00:00.000Z'
    await begin('Bốn')
    await carryOutEffects(room.office)
    expect(sent).toHaveLength(2)
  })

  it('meet at the place where two answer at once: both are kept, or one is told to look again', async () => {
    const { id } = await begin('Hai người')
    const both = await Promise.all([room.administrator, room.reviewer].map((person) => person.post(at(`threads/${id}/replies`), { body: person.id })))
    const kept = both.filter(({ status }) => status === 201).length
    expect(both.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const { threads } = (await room.reviewer.get(at('threads'))).body
    expect(threads.find((each: { id: string }) => each.id === id).comments).toHaveLength(1 + kept)
  })

  it('stand beside marks of what each person has seen, which stay when the draft moves', async () => {
    const mark = (difference: string, digest: string) => ({ difference, digest })
    const seen = [mark('fee:le-phi:amount', 'a1'), mark('question:/ten:maxLength', 'b1')]
    expect((await room.reviewer.send('PUT', at('seen'), { seen })).body).toEqual({ marks: seen })
    expect((await room.administrator.get(at('seen'))).body).toEqual({ marks: [] })
    await room.save(procedure.id, widened('1.31'), procedure.version)
    expect((await room.reviewer.get(at('seen'))).body).toEqual({ marks: seen })
    const next = await room.reviewer.send('PUT', at('seen'), { seen: [mark('question:/ten:maxLength', 'b2')], unseen: ['fee:le-phi:amount'] })
    expect(next.body).toEqual({ marks: [mark('question:/ten:maxLength', 'b2')] })
  })
})
