// What is kept aside stays in sight until filing, whatever is published after the change that took its place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure, RevisionNotice } from '#schemas/generated/types.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { changeTo, draftOf, moveAll, moving, renamed } from '../../fixtures/changed-form.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { finishOnOld, openReviewRoomOn, type ReviewRoom } from '../../fixtures/review-room.ts'

const longer = (code: string, maxLength: number): Procedure => {
  const document = renamed(code)
  document.form!.schema.properties['hoTen']!.maxLength = maxLength
  return document
}

describe('noticeOf', () => {
  let room = {} as ReviewRoom
  let citizen = {} as Person
  beforeAll(async () => {
    room = await openReviewRoomOn('sqlite')
    citizen = await room.office.as('applicant')
  })
  afterAll(() => room.office.close())

  const noticeOf = async (id: string): Promise<RevisionNotice | undefined> => (await citizen.get(`/api/dossiers/${id}`)).body.revisionNotice as RevisionNotice | undefined
  const aside = [{ title: { vi: 'Bản sao 1, Tên bản' }, text: { vi: 'Bản sao' } }, { text: { vi: '2' } }]

  it('shows what was set aside before to whom a later change lets finish, and says what it said where a later one says nothing', async () => {
    const before = await room.putInForce(buildProcedure('1.91'))
    const id = await draftOf(citizen, before.id, { ten: 'Nguyễn Văn An', tuoi: 30, khan: false, so: [{ ten: 'Bản sao', soBan: 2 }] })
    const next = await changeTo(room, before, renamed('1.91'), moving)
    await moveAll(room.office)
    expect(await noticeOf(id)).toMatchObject({ kind: 'moved', revision: next.hash, aside })

    const silent = await changeTo(room, { id: before.id, version: next.version }, longer('1.91', 300), {})
    expect(await noticeOf(id)).toMatchObject({ kind: 'moved', revision: silent.hash, aside })

    const last = await changeTo(room, { id: before.id, version: silent.version }, longer('1.91', 400), { disposition: { ...finishOnOld, draftsUntil: '2027-01-31' } })
    expect(await noticeOf(id)).toMatchObject({ kind: 'finish', until: '2027-01-31', revision: last.hash, questions: [], aside })
  })
})
