import { describe, expect, it } from 'vitest'
import { publishDue } from '../../../server/features.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { sharedReviewRoom, widened, type SentRequest } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('publication on a day in law on %s', (engine) => {
  const { room } = sharedReviewRoom(engine)

  const now = '2026-11-20T02:00:00.000Z'
  const day = '2026-12-01'
  /** Midnight in Vietnam. */
  const midnight = '2026-11-30T17:00:00.000Z'
  const justBefore = '2026-11-30T16:59:59.999Z'
  const at = async (instant: string): Promise<number> => {
    room.office.clock.now = instant
    const published = await publishDue(room.office.deps)
    room.office.clock.now = now
    return published
  }
  const scheduled = async (code: string) => {
    const inForce = await room.putInForce(buildProcedure(code))
    const request = await room.approveNext(inForce.id, inForce.version, widened(code), { publishAt: day, legalBasis: 'NĐ 1/2026/NĐ-CP' })
    const reply = await room.publish(room.reviewer, request)
    expect(reply.body.changeRequest, reply.text).toMatchObject({ state: 'scheduled', publishAt: midnight })
    return { ...inForce, request }
  }
  const requestNow = async ({ id }: SentRequest) => (await room.administrator.get(`/api/designer/change-requests/${id}`)).body.changeRequest
  const inForceNow = async (id: string) => (await room.visitor.get(`/api/procedures/${id}`)).body.revision as string
  const events = async (id: string) => (await room.administrator.get(`/api/designer/procedures/${id}/events`)).body.events as { type: string; content: object; actor: string }[]

  it('happens at midnight in Vietnam, not before, and once, however many look at the clock', async () => {
    const { id, hash, request } = await scheduled('1.41')
    expect(await room.stateOf(id)).toBe('scheduled')
    expect([await at(justBefore), await inForceNow(id)]).toEqual([0, hash])
    const rounds = await Promise.all([at(midnight), at(midnight), at(midnight)])
    expect(rounds.reduce((sum, each) => sum + each)).toBe(1)
    expect(await at(midnight)).toBe(0)
    expect([await inForceNow(id), (await requestNow(request)).state]).toEqual([request.hash, 'published'])
    const published = (await events(id)).filter(({ type }) => type === 'published')
    expect(published).toHaveLength(2)
    expect(published[1]).toMatchObject({ actor: 'Hệ thống', content: { base: hash, legalBasis: 'NĐ 1/2026/NĐ-CP', publishAt: midnight, approvals: [{ by: 'Lê Thẩm Định' }] } })
  })

  it('does not happen to a draft that moved: the request is reviewed again', async () => {
    const { id, hash, version, request } = await scheduled('1.42')
    await room.save(id, widened('1.42', 500), version + 1)
    expect([await at(midnight), await inForceNow(id)]).toEqual([0, hash])
    expect(await requestNow(request)).toMatchObject({ state: 'in-review', publishAt: midnight })
  })

  it('does not happen over another base: the request goes back, and its people are told', async () => {
    const { id, hash, request } = await scheduled('1.43')
    expect((await room.administrator.post(`/api/designer/procedures/${id}/withdrawal`, { hash, reason: 'Sai mẫu' })).status).toBe(200)
    expect(await at(midnight)).toBe(0)
    const back = await requestNow(request)
    expect([back.state, back.base, back.approvals.every((each: { void?: true }) => each.void)]).toEqual(['in-review', undefined, true])
    expect((await events(id)).at(-1)).toMatchObject({ type: 'rebased', content: { why: 'change.otherBase' } })
    expect(await room.lettersTo(room.administrator)).toContain('sent-back')
    expect(await room.lettersTo(room.reviewer)).toContain('sent-back')
    expect(await at(midnight)).toBe(0)

    expect((await room.review(room.reviewer, back)).body.state).toBe('approved')
    expect((await room.publish(room.reviewer, request, { now: true })).body).toEqual({ hash: request.hash })
  })

  it('is done once by a server that dies in the middle of it and starts again', async () => {
    const { id, request } = await scheduled('1.45')
    const { database } = room.office.deps
    const { commit } = database
    const dies = async (dying: typeof commit): Promise<void> => {
      database.commit = dying
      expect(await at(midnight)).toBe(0)
      database.commit = commit
    }
    await dies(() => Promise.reject(new Error('power cut before')))
    expect((await requestNow(request)).state).toBe('scheduled')
    await dies(async (writes) => {
      await commit(writes)
      throw new Error('power cut after')
    })
    expect([await at(midnight), await inForceNow(id), (await requestNow(request)).state]).toEqual([0, request.hash, 'published'])
    expect((await events(id)).filter(({ type }) => type === 'published')).toHaveLength(2)
  })

  it('is called off, put on another day, or done now by a reviewer', async () => {
    const { id, request } = await scheduled('1.44')
    expect((await room.publish(room.administrator, request, { now: true })).status).toBe(403)
    expect((await room.reviewer.send('DELETE', `/api/designer/change-requests/${request.id}/schedule`)).body.state).toBe('approved')
    expect(await at(midnight)).toBe(0)
    expect((await room.publish(room.reviewer, request, { at: '2026-11-20' })).status).toBe(422)
    expect((await room.publish(room.reviewer, request, { at: '2026-12-24' })).body.changeRequest.publishAt).toBe('2026-12-23T17:00:00.000Z')
    expect((await room.publish(room.reviewer, request, { now: true })).body).toEqual({ hash: request.hash })
    expect([await inForceNow(id), await at('2026-12-23T17:00:00.000Z')]).toEqual([request.hash, 0])
  })
})
