// What everybody may follow of a procedure's revisions, and its history for those who design and review it.
import { describe, expect, it } from 'vitest'
import type { ChangesFeed } from '#schemas/generated/types.ts'
import { judgeShape } from '../../../server/http/schemas.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { finishOnOld, sharedReviewRoom, tightened, widened } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('releases on %s', (engine) => {
  const { room } = sharedReviewRoom(engine)

  /** Published, widened, published as it was, taken back. */
  const lived = async (code: string): Promise<{ id: string; first: string; second: string }> => {
    const { id, hash: first, version } = await room.putInForce(buildProcedure(code))
    const next = await room.approveNext(id, version, widened(code), { legalBasis: 'Thông tư 1/2026' })
    await room.publish(room.reviewer, next)
    await room.publish(room.reviewer, await room.approveNext(id, version + 1, buildProcedure(code), { disposition: finishOnOld }))
    await room.administrator.post(`/api/designer/procedures/${id}/withdrawal`, { hash: first, reason: 'Sai căn cứ' })
    return { id, first, second: next.hash }
  }

  it('tell who, when, why, on what basis and how risky, and that the record is whole', async () => {
    const { id, first, second } = await lived('6.1')
    const { releases, events, broken } = (await room.reviewer.get(`/api/designer/procedures/${id}/history`)).body
    expect(releases).toMatchObject([
      { revision: first, comment: 'Xin thẩm định', class: 'cosmetic', by: 'Lê Thẩm Định' },
      { revision: second, base: first, class: 'wider', legalBasis: 'Thông tư 1/2026', approvals: expect.arrayContaining([expect.objectContaining({ by: 'Lê Thẩm Định' })]) },
      { revision: first, base: second, class: 'asksAgain', disposition: finishOnOld, withdrawn: { by: 'Nguyễn Quản Trị', reason: 'Sai căn cứ' } },
    ])
    expect(broken).toEqual([])
    expect(events.at(-1)).toMatchObject({ type: 'withdrawn' })
    expect((await room.visitor.get(`/api/designer/procedures/${id}/history`)).status).toBe(401)
  })

  it('are followed as a feed: by path, in both languages, in the published shape, without names or reasons of the office', async () => {
    const { id, first, second } = await lived('6.2')
    const reply = await room.visitor.get(`/api/procedures/${id}/changes.json?lang=en`)
    expect(reply.headers.get('Content-Type')).toContain('application/feed+json')
    expect(judgeShape('api/changes-feed', reply.body)).toEqual([])
    const { items } = reply.body as ChangesFeed
    expect(items.map(({ _revision }) => [_revision.hash, _revision.changes.map(({ path, kind }) => `${kind} ${path}`)])).toEqual([[first, ['changed /ten']], [second, ['changed /ten']], [first, []]])
    expect(items[1]!._revision).toMatchObject({ legalBasis: 'Thông tư 1/2026', schema: `http://office.test/api/procedures/${id}/revisions/${second}/schema.json` })
    expect(items[0]!._revision.withdrawnAt).toBeDefined()
    expect(new Set(items.map((item) => item.id)).size).toBe(3)
    expect(reply.text).not.toMatch(/Sai căn cứ|Thẩm Định|Quản Trị/)
    expect((await room.visitor.get(`/api/procedures/${id}/changes.json`)).body.items[1].content_text).toContain('/ten: ')
    expect((await room.visitor.get(`/api/procedures/${crypto.randomUUID()}/changes.json`)).status).toBe(404)
  })

  it('have one address for ever, to which the code and “latest” lead', async () => {
    const { id, hash, version } = await room.putInForce(buildProcedure('6.3'))
    const leads = async (path: string): Promise<[number, string | null]> => {
      const { status, headers } = await room.visitor.get(path)
      return [status, headers.get('Location')]
    }
    const address = `/api/procedures/${id}/revisions/${hash}`
    for (const file of ['', '/schema.json', '/types.ts', '/validator.js']) expect((await room.visitor.get(address + file)).status).toBe(200)
    expect(await leads('/api/procedures/6.3/revisions/latest/schema.json')).toEqual([302, `${address}/schema.json`])
    expect(await leads(`/api/procedures/${id}/revisions/latest`)).toEqual([302, address])
    expect(await leads(`/api/procedures/6.3/revisions/${hash}/form.pdf?lang=en`)).toEqual([302, `${address}/form.pdf?lang=en`])
    expect((await room.visitor.get('/api/procedures/6.3/changes.json')).body.items).toHaveLength(1)

    const next = await room.approveNext(id, version, tightened('6.3'), { disposition: finishOnOld })
    await room.publish(room.reviewer, next)
    expect((await leads('/api/procedures/6.3/revisions/latest'))[1]).toBe(`/api/procedures/${id}/revisions/${next.hash}`)
    expect((await room.visitor.get(`${address}/schema.json`)).status).toBe(200)
  })

  it('lead nowhere else', async () => {
    const { id } = await lived('6.4')
    expect((await room.visitor.get(`/api/procedures/${id}/revisions/latest`)).body.type).toBe('/problems/procedure-withdrawn')
    expect((await room.visitor.get('/api/procedures/9.9999/revisions/latest')).status).toBe(404)
    expect((await room.visitor.get('/api/procedures/6.4/revisions/khac')).status).toBe(404)
    expect((await room.visitor.get('/api/procedures/..%2f..%2fetc/revisions/latest')).status).toBe(404)
    const unpublished = await room.draft(buildProcedure('6.5'))
    expect((await room.visitor.get(`/api/procedures/${unpublished.id}/revisions/latest`)).status).toBe(404)
    expect((await room.visitor.get('/api/procedures/6.5/changes.json')).status).toBe(404)
  })
})
