// Drafts whose form changed: asked on return or moved at publication, with everything that was answered, and filed under the new revision.
import { describe, expect, it } from 'vitest'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Dossier, RevisionNotice } from '#schemas/generated/types.ts'
import { moveDue } from '../../../server/features.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { asking, changeTo, draftOf, moveAll, moving, renamed } from '../../fixtures/changed-form.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { submitDraft } from '../../fixtures/filing.ts'
import { finishOnOld, sharedReviewRoom, tightened, widened } from '../../fixtures/review-room.ts'

const long = (): Answers => ({ ten: 'Nguyễn Văn An', tuoi: 30, khan: false })
const withCopies = (): Answers => ({ ...long(), so: [{ ten: 'Bản sao', soBan: 2 }] })

describe.each<Engine>(['sqlite', 'postgres'])('drafts of a replaced revision on %s', (engine) => {
  const { room, citizen } = sharedReviewRoom(engine)

  const view = async (id: string): Promise<{ dossier: Dossier; revisionNotice?: RevisionNotice }> => (await citizen.get(`/api/dossiers/${id}`)).body
  const goOn = (id: string, version: number, revision: string) => citizen.put(`/api/dossiers/${id}/revision`, { revision }, version)
  const pointers = ({ revisionNotice }: { revisionNotice?: RevisionNotice }): string[] => revisionNotice!.questions.map(({ pointer }) => pointer)

  it('are told on return which questions need an answer again, go on when their applicant agrees, and are judged by the new revision', async () => {
    const before = await room.putInForce(buildProcedure('1.71'))
    const id = await draftOf(citizen, before.id, long())
    const { hash } = await changeTo(room, before, tightened('1.71'), asking)

    const told = await view(id)
    expect(told.revisionNotice).toMatchObject({ kind: 'ask', changedOn: '2026-11-20', revision: hash, message: finishOnOld.message, questions: [{ pointer: '/ten', page: 'page-1', title: { vi: 'Họ và tên' } }], aside: [] })
    expect(told.dossier).toMatchObject({ revision: before.hash, answers: long() })
    expect((await submitDraft(citizen, id, 2)).body.type).toBe('/problems/revision-replaced')
    expect((await goOn(id, 1, hash)).status).toBe(412)
    expect((await goOn(id, 2, before.hash)).body.type).toBe('/problems/revision-replaced')
    expect([(await goOn(id, 2, hash)).body, (await goOn(id, 3, hash)).body]).toEqual([{ version: 3 }, { version: 3 }])

    const moved = await view(id)
    expect([moved.dossier.revision, moved.dossier.answers, moved.revisionNotice?.kind, pointers(moved)]).toEqual([hash, long(), 'moved', ['/ten']])
    expect((await submitDraft(citizen, id, 3)).status).toBe(422)
    await citizen.put(`/api/dossiers/${id}/answers`, { answers: { ...long(), ten: 'An' } }, 3)
    expect(pointers(await view(id))).toEqual([])
    expect((await submitDraft(citizen, id, 4)).status).toBe(201)
    const filed = await view(id)
    expect(filed.dossier).toMatchObject({ state: 'open', revision: hash })
    expect([filed.dossier.moved, filed.revisionNotice]).toEqual([undefined, undefined])
  })

  it('may be filed as they are until the last day, and are asked after it', async () => {
    const before = await room.putInForce(buildProcedure('1.72'))
    const id = await draftOf(citizen, before.id, long())
    const { hash } = await changeTo(room, before, tightened('1.72'), { disposition: { ...finishOnOld, draftsUntil: '2026-11-20' } })
    expect((await view(id)).revisionNotice).toMatchObject({ kind: 'finish', until: '2026-11-20', questions: [] })
    room.office.clock.now = '2026-11-20T17:00:00.000Z'
    expect((await submitDraft(citizen, id, 2)).status).toBe(409)
    expect((await view(id)).revisionNotice).toMatchObject({ kind: 'ask', questions: [{ pointer: '/ten' }] })
    expect((await goOn(id, 2, hash)).status).toBe(200)
    room.office.clock.now = '2026-11-20T02:00:00.000Z'
  })

  it('are moved at publication with every answer; what has no place is kept until filing and comes back with the earlier revision', async () => {
    const before = await room.putInForce(buildProcedure('1.73'))
    const [id, other] = [await draftOf(citizen, before.id, withCopies()), await draftOf(citizen, before.id, withCopies())]
    const next = await changeTo(room, before, renamed('1.73'), moving)
    expect((await view(id)).revisionNotice).toMatchObject({ kind: 'ask', aside: [{ pointer: '/so/0/ten' }, { pointer: '/so/0/soBan' }] })
    await moveAll(room.office)

    const moved = await view(id)
    const { ten, so, ...rest } = withCopies()
    expect(moved.dossier).toMatchObject({ revision: next.hash, version: 3, answers: { hoTen: ten, ...rest }, aside: [{ revision: before.hash, pointer: '/so', value: so }], moved: { from: before.hash, asked: [] } })
    expect(moved.revisionNotice).toMatchObject({ kind: 'moved', questions: [], aside: [{ title: { vi: 'Bản sao 1, Tên bản' }, text: { vi: 'Bản sao' } }, { text: { vi: '2' } }] })
    const stale = await citizen.put(`/api/dossiers/${id}/answers`, { answers: withCopies() }, 2)
    expect([stale.status, stale.body.type]).toEqual([409, '/problems/revision-replaced'])
    expect((await citizen.put(`/api/dossiers/${id}/answers`, { answers: { hoTen: 'An', ...rest } }, 3)).status).toBe(200)
    expect((await view(id)).dossier.aside).toHaveLength(1)
    expect((await submitDraft(citizen, other, 3)).status).toBe(201)
    expect((await view(other)).dossier.aside).toBeUndefined()

    await changeTo(room, { id: before.id, version: next.version }, buildProcedure('1.73'), moving)
    await moveAll(room.office)
    const back = await view(id)
    expect([back.dossier.revision, back.dossier.answers, back.dossier.aside]).toEqual([before.hash, { ...withCopies(), ten: 'An' }, undefined])
    expect((await submitDraft(citizen, id, back.dossier.version)).status).toBe(201)
  })

  it('are moved exactly once, while people save and two servers do the same work', async () => {
    const before = await room.putInForce(buildProcedure('1.74'))
    const drafts = await Promise.all(Array.from({ length: 120 }, () => draftOf(citizen, before.id, withCopies())))
    const next = await changeTo(room, before, renamed('1.74'), moving)
    const saving = Promise.all(drafts.slice(0, 60).map((id) => citizen.put(`/api/dossiers/${id}/answers`, { answers: { ...withCopies(), tuoi: 31 } }, 2)))
    await Promise.all([moveAll(room.office), moveAll(room.office), moveDue(room.office.deps)])
    await moveAll(room.office)
    const saved = (await saving).map(({ status }) => status)
    for (const [i, id] of drafts.entries()) {
      const wasSaved = i < 60 && saved[i] === 200
      const { dossier } = await view(id)
      expect([dossier.revision, dossier.version, dossier.moved?.version], `${i}`).toEqual([next.hash, wasSaved ? 4 : 3, wasSaved ? 4 : 3])
      expect(dossier.answers).toEqual({ hoTen: 'Nguyễn Văn An', tuoi: wasSaved ? 31 : 30, khan: false })
      expect(dossier.aside).toHaveLength(1)
    }
    expect(saved.filter((status) => ![200, 409, 412].includes(status))).toEqual([])
    expect((await room.reviewer.get(`/api/designer/change-requests/${next.id}/migration`)).body).toEqual({ drafts: { state: 'done', moved: 120, left: 0, stays: [] } })
    const events = (await room.administrator.get(`/api/designer/procedures/${before.id}/events`)).body.events as { type: string; content: object }[]
    expect(events.filter(({ type }) => type === 'migrated').map(({ content }) => content)).toEqual([{ what: 'drafts', moved: 120, left: 0 }])
  })

  it('are told on the list too, and when the procedure was withdrawn; nothing is told where the office had nothing to say', async () => {
    const before = await room.putInForce(buildProcedure('1.77'))
    const id = await draftOf(citizen, before.id, { ten: 'An', tuoi: 30, khan: false })
    const request = await room.approveNext(before.id, before.version, widened('1.77'))
    await room.publish(room.reviewer, request)
    expect((await view(id)).revisionNotice).toBeUndefined()
    await room.administrator.post(`/api/designer/procedures/${before.id}/withdrawal`, { reason: 'Sai mức phí', hash: request.hash })
    expect((await view(id)).revisionNotice).toEqual({ kind: 'withdrawn', changedOn: '2026-11-20', questions: [], aside: [] })
    expect((await goOn(id, 2, request.hash)).body.type).toBe('/problems/procedure-withdrawn')
    const listed = (await citizen.get('/api/dossiers')).body.dossiers as { id: string; revisionNotice?: RevisionNotice }[]
    expect(listed.find((each) => each.id === id)?.revisionNotice?.kind).toBe('withdrawn')
  })

  it('belong to their applicant: nobody else moves them', async () => {
    const before = await room.putInForce(buildProcedure('1.78'))
    const id = await draftOf(citizen, before.id, long())
    const { hash } = await changeTo(room, before, tightened('1.78'), asking)
    expect((await (await room.office.as('oneStop')).put(`/api/dossiers/${id}/revision`, { revision: hash }, 2)).status).toBe(404)
    expect((await room.visitor.put(`/api/dossiers/${id}/revision`, { revision: hash }, 2)).status).toBe(401)
  })
})
