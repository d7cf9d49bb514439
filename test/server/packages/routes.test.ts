// A procedure goes from one installation to another and back; nothing that is there is written over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PackageExamination, Procedure, ProcedurePackage } from '#schemas/generated/types.ts'
import { judgeShape } from '../../../server/http/schemas.ts'
import { contentHash } from '../../../server/procedures/content-hash.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import type { Reply } from '../../fixtures/open-office.ts'
import { openReviewRoomOn, tightened, widened, type ReviewRoom } from '../../fixtures/review-room.ts'

const at = '/api/designer/packages'

describe.each<Engine>(['sqlite', 'postgres'])('packages on %s', (engine) => {
  let here = {} as ReviewRoom
  let there = {} as ReviewRoom
  beforeAll(async () => { [here, there] = await Promise.all([openReviewRoomOn(engine), openReviewRoomOn('sqlite')]) })
  afterAll(() => Promise.all([here.office.close(), there.office.close()]))

  const pack = async (room: ReviewRoom, id: string): Promise<ProcedurePackage> => (await room.administrator.get(`${at}/${id}`)).body as ProcedurePackage
  const examine = async (room: ReviewRoom, given: ProcedurePackage): Promise<PackageExamination> => (await room.administrator.post(`${at}/examination`, { package: given })).body as PackageExamination
  const bring = (room: ReviewRoom, given: ProcedurePackage, more: object = {}): Promise<Reply> => room.administrator.post(at, { package: given, ...more })
  const draftOf = async (room: ReviewRoom, id: string): Promise<{ document: Procedure; version: number; publishedHash?: string }> => (await room.administrator.get(`/api/designer/procedures/${id}`)).body

  it('bring a procedure to another office as it is, with its history, and back', async () => {
    const { id, version } = await there.putInForce(buildProcedure('5.1'))
    await there.publish(there.reviewer, await there.approveNext(id, version, widened('5.1')))
    const given = await pack(there, id)
    expect(judgeShape('procedure/procedure-package', given)).toEqual([])
    expect(given.history.map(({ revision, comment }) => [revision, comment])).toEqual([[contentHash(buildProcedure('5.1')), 'Xin thẩm định'], [given.revision, 'Xin thẩm định']])
    expect((await there.administrator.get(`${at}/${id}`)).headers.get('Content-Disposition')).toContain('.goi.json')

    expect(await examine(here, given)).toMatchObject({ standing: 'new' })
    const brought = await bring(here, given)
    expect([brought.status, brought.body.version]).toEqual([201, 1])
    expect((await draftOf(here, brought.body.id)).document).toEqual(given.document)
    expect((await here.administrator.get(`/api/designer/procedures/${brought.body.id}/events`)).body.events).toMatchObject([{ type: 'imported', revision: given.revision, actorId: here.administrator.id, content: { origin: 'http://office.test' } }])
    const request = await here.open(brought.body.id)
    expect(request.hash).toBe(given.revision)
    expect((await here.review(here.administrator, request)).status).toBe(403)

    const back = await pack(here, brought.body.id)
    expect({ ...back, madeAt: '' }).toEqual({ ...given, madeAt: '' })
    expect(await examine(there, back)).toMatchObject({ standing: 'known', here: { id } })
    expect((await bring(there, back, { into: { id, version: version + 1 } })).status).toBe(409)
  })

  it('follow on what is here as the next draft, and never without having been seen', async () => {
    const first = await there.putInForce(buildProcedure('5.2'))
    const { body: { id } } = await bring(here, await pack(there, first.id))
    await there.publish(there.reviewer, await there.approveNext(first.id, first.version, widened('5.2')))
    const next = await pack(there, first.id)
    expect(await examine(here, next)).toMatchObject({ standing: 'newer', here: { id, version: 1 } })
    expect((await bring(here, next)).body.errors[0].code).toBe('package.unseen')
    expect((await bring(here, next, { into: { id, version: 7 } })).status).toBe(412)
    expect((await bring(here, next, { into: { id, version: 1 } })).body).toEqual({ id, version: 2 })
    expect((await draftOf(here, id)).document).toEqual(widened('5.2'))
    expect((await here.administrator.get(`/api/designer/procedures/${id}/history`)).body.broken).toEqual([])
  })

  it('take a review along that is under way: approvals of before count no more', async () => {
    const first = await there.putInForce(buildProcedure('5.3'))
    const { body: { id } } = await bring(here, await pack(there, first.id))
    const request = await here.open(id)
    await here.review(here.reviewer, request)
    await there.publish(there.reviewer, await there.approveNext(first.id, first.version, widened('5.3')))
    expect((await bring(here, await pack(there, first.id), { into: { id, version: 1 } })).status).toBe(201)
    expect(await here.stateOf(id)).toBe('in-review')
    const { events, broken } = (await here.administrator.get(`/api/designer/procedures/${id}/history`)).body
    expect(broken).toEqual([])
    expect(events.map(({ type }: { type: string }) => type).slice(-2)).toEqual(['moved', 'imported'])
  })

  it('leave what is here as it is where both went on, until a person has made one of both', async () => {
    const first = await there.putInForce(buildProcedure('5.4'))
    const { body: { id } } = await bring(here, await pack(there, first.id))
    await here.publish(here.reviewer, await here.open(id).then(async (request) => { await here.review(here.reviewer, request); return request }))
    await here.save(id, tightened('5.4'), 1)
    await there.publish(there.reviewer, await there.approveNext(first.id, first.version, widened('5.4')))
    const given = await pack(there, first.id)
    expect(await examine(here, given)).toMatchObject({ standing: 'diverged', here: { id, version: 2, document: tightened('5.4'), base: buildProcedure('5.4') } })
    const refused = await bring(here, given, { into: { id, version: 2 } })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '#/document'])
    expect((await draftOf(here, id)).document).toEqual(tightened('5.4'))
    const merged = tightened('5.4', 60)
    expect((await bring(here, given, { into: { id, version: 2 }, document: merged })).body).toEqual({ id, version: 3 })
    expect((await draftOf(here, id)).document).toEqual(merged)
  })

  it('say where they are broken, and change nothing', async () => {
    const { id } = await there.putInForce(buildProcedure('5.5'))
    const given = await pack(there, id)
    const faults = async (change: (copy: ProcedurePackage) => void): Promise<[number, string[]]> => {
      const copy = structuredClone(given)
      change(copy)
      const { status, body } = await bring(here, copy)
      return [status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]
    }
    expect(await faults((copy) => { copy.document.info.name = 'Khác' })).toEqual([422, ['#/package/revision']])
    expect(await faults((copy) => { copy.history[0]!.at = '2020-01-01T00:00:00.000Z' })).toEqual([422, ['#/package/history/0']])
    expect((await faults((copy) => { (copy as { packageVersion: number }).packageVersion = 2 }))[0]).toBe(422)
    expect((await here.administrator.post(at, { package: { ...given, note: 'x'.repeat(12 * 1024 * 1024) } })).status).toBe(413)
    expect((await examine(here, given)).standing).toBe('new')
  })

  it('carry the code lists that the document pins; one that is missing is added, one that is here stays', async () => {
    const items = [{ const: 'D', title: 'Đỏ' }, { const: 'X', title: 'Xanh' }]
    await there.administrator.put('/api/code-lists/mau-son', { title: 'Màu sơn', source: 'Thử nghiệm', validFrom: '2026-01-01', items }, 0)
    const document = buildProcedure('5.6')
    document.form!.schema.properties['mau'] = { type: 'string', title: 'Màu', 'x-field': 'choice', 'x-codeList': 'mau-son', 'x-codeListFrom': '2026-01-01', oneOf: items }
    document.form!.pages[0]!.sections[0]!.questions.push('/mau')
    const given = await pack(there, (await there.draft(document)).id)
    expect(given).toMatchObject({ history: [], codeLists: [{ id: 'mau-son', items }], calendars: [{ id: 'vn' }] })
    expect(await examine(here, given)).toMatchObject({ standing: 'new', codeLists: [{ id: 'mau-son', standing: 'missing' }], calendars: [{ id: 'vn', isKnown: true }] })
    await bring(here, given)
    expect((await here.visitor.get('/api/code-lists/mau-son/versions/1')).body).toEqual(given.codeLists[0])
    expect((await examine(here, given)).codeLists[0]!.standing).toBe('same')
    const other = { ...given, codeLists: [{ ...given.codeLists[0]!, items: items.slice(1) }] }
    expect((await examine(here, other)).codeLists[0]!.standing).toBe('other')
  })

  it('are given to those who read drafts and taken from those who write them', async () => {
    const { id } = await there.putInForce(buildProcedure('5.7'))
    const citizen = await there.office.as('applicant')
    expect([(await there.visitor.get(`${at}/${id}`)).status, (await citizen.get(`${at}/${id}`)).status, (await there.reviewer.get(`${at}/${id}`)).status]).toEqual([401, 403, 200])
    const given = await pack(there, id)
    expect((await there.reviewer.post(at, { package: given })).status).toBe(403)
    expect((await there.reviewer.post(`${at}/examination`, { package: given })).status).toBe(403)
  })
})
