import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JudgedUnder, TaskView } from '#schemas/generated/types.ts'
import { moveDue } from '../../../server/features.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { askDrafts, withoutReason } from '../../fixtures/name-asked-again.ts'
import type { Engine } from '../../fixtures/engines.ts'
import { fileAtOnce } from '../../fixtures/filing.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { openReviewRoomOn, type ReviewRoom } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('the revision that a dossier is judged by, on %s', (engine) => {
  let room: ReviewRoom
  let [citizen, desk] = [{}, {}] as [Person, Person]
  beforeAll(async () => {
    room = await openReviewRoomOn(engine)
    ;[citizen, desk] = [await room.office.as('applicant'), await room.office.as('oneStop')]
  })
  afterAll(() => room.office.close())

  const filedUnder = async (code: string, open: 'stay' | 'migrate') => {
    const revision = await room.putInForce(buildProcedure(code))
    const filed = await fileAtOnce(citizen, revision, { ten: 'An', tuoi: 30, khan: true, lyDo: 'Đi công tác xa' })
    expect(filed.status, filed.text).toBe(201)
    const judged = async (who: Person = desk): Promise<TaskView> => (await who.get(`/api/tasks/${filed.body.dossier.id as string}`)).body as TaskView
    expect((await judged()).judged).toEqual({ revision: revision.hash, publishedAt: expect.any(String) as string, inForce: true })
    const request = await room.approveNext(revision.id, revision.version, withoutReason(code), { disposition: { ...askDrafts, open } })
    expect((await room.publish(room.reviewer, request)).status).toBe(201)
    while (await moveDue(room.office.deps));
    return { old: revision.hash, next: request.hash, judged }
  }

  it('stays the one that it was filed under, and is known as replaced', async () => {
    const { old, judged } = await filedUnder('1.81', 'stay')
    expect((await judged()).judged).toEqual({ revision: old, publishedAt: expect.any(String) as string, inForce: false })
  })

  it('is told with the one of before, and with what lost its place, when the dossier was migrated', async () => {
    const { old, next, judged } = await filedUnder('1.82', 'migrate')
    const view = await judged()
    const expected: Partial<JudgedUnder> = { revision: next, inForce: true, from: { revision: old, publishedAt: expect.any(String) as string, at: expect.any(String) as string }, aside: [{ pointer: '/lyDo', title: { vi: 'Lý do cần gấp', en: 'Lý do cần gấp' }, text: { vi: 'Đi công tác xa', en: 'Đi công tác xa' } }] }
    expect(view.judged).toMatchObject(expected)
    expect(view.dossier).not.toHaveProperty('aside')
    expect(view.events.at(-1)).toMatchObject({ type: 'migrate' })
  })
})
