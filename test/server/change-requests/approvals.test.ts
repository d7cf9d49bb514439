import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProcedure } from '../../fixtures/build.ts'
import type { Engine } from '../../fixtures/engines.ts'
import type { Person } from '../../fixtures/open-office.ts'
import { finishOnOld, openReviewRoomOn, tightened, widened, type ReviewRoom } from '../../fixtures/review-room.ts'

describe.each<Engine>(['sqlite', 'postgres'])('approval by part on %s', (engine) => {
  let room = {} as ReviewRoom
  let professional = {} as Person
  let finance = {} as Person
  beforeAll(async () => {
    room = await openReviewRoomOn(engine)
    professional = await room.hire('Thẩm định chuyên môn', ['reviewer'], 'chuyen-mon')
    finance = await room.hire('Thẩm định phí', ['reviewer'], 'lanh-dao')
  })
  afterAll(() => room.office.close())

  const at = (request: { id: string }, rest = '') => `/api/designer/change-requests/${request.id}${rest}`
  const standing = async (person: Person, request: { id: string }) => (await person.get(at(request, '/standing'))).body

  it('waits for the unit of each touched part, and takes none from anybody else', async () => {
    expect((await room.setApprovers({ form: 'chuyen-mon', fees: 'lanh-dao' })).body.approvers).toEqual({ form: 'chuyen-mon', fees: 'lanh-dao' })
    const { id, version } = await (async () => {
      await room.setApprovers({})
      const inForce = await room.putInForce(buildProcedure('1.21'))
      await room.setApprovers({ form: 'chuyen-mon', fees: 'lanh-dao' })
      return inForce
    })()
    const document = widened('1.21')
    document.fees![0]!.amount = 70000
    await room.save(id, document, version)
    const request = await room.open(id)
    expect(request).toMatchObject({ parts: ['form', 'fees'] })
    expect(await standing(professional, request)).toMatchObject({ mine: ['form'], class: 'wider', needsDisposition: false, approvers: [{ part: 'form', unit: 'chuyen-mon', people: [{ id: professional.id }] }, { part: 'fees', unit: 'lanh-dao', people: [{ id: finance.id }] }] })
    expect(await room.lettersTo(professional)).toContain('review-asked')

    expect((await room.review(room.reviewer, request)).status).toBe(403)
    expect((await room.review(professional, request, 'approve', ['form', 'fees'])).status).toBe(403)
    expect((await room.review(professional, request)).body).toMatchObject({ state: 'in-review', approvals: [{ part: 'form', byId: professional.id, hash: request.hash }] })
    expect((await room.publish(room.reviewer, request)).status).toBe(409)
    expect((await room.review(finance, request)).body).toMatchObject({ state: 'approved', decision: { by: 'Thẩm định phí' } })
    expect(await room.lettersTo(room.administrator)).toContain('approved')
    expect((await room.publish(finance, request)).body).toEqual({ hash: request.hash })
    await room.setApprovers({})
  })

  it('is given for one part and later for another by somebody who answers for both', async () => {
    const { id, version } = await room.putInForce(buildProcedure('1.20'))
    const document = widened('1.20')
    document.fees![0]!.amount = 70000
    await room.save(id, document, version)
    const request = await room.open(id)
    expect((await standing(room.reviewer, request)).mine).toEqual(['form', 'fees'])
    expect((await room.review(room.reviewer, request, 'approve', ['fees'])).body).toMatchObject({ state: 'in-review', approvals: [{ part: 'fees' }] })
    expect((await standing(room.reviewer, request)).mine).toEqual(['form'])
    expect((await room.review(room.reviewer, request, 'approve', ['fees'])).status).toBe(403)
    expect((await room.publish(room.reviewer, request)).status).toBe(409)
    expect((await room.review(room.reviewer, request)).body).toMatchObject({ state: 'approved', approvals: [{ part: 'fees' }, { part: 'form' }] })
  })

  it('keeps a unit that approves, and knows only units that are there', async () => {
    expect((await room.setApprovers({ form: 'khong-co' })).body.errors[0].code).toBe('membership.unitUnknown')
    const version = (await room.setApprovers({ texts: 'co-quan' })).body.version as number
    const removed = await room.administrator.send('DELETE', '/api/designer/organisation/units/co-quan', undefined, { 'If-Match': `"${version}"` })
    expect(removed.body.errors.map(({ code }: { code: string }) => code)).toContain('unit.approves')
    await room.setApprovers({})
  })

  it('counts no more when the draft moves, says so to those who gave it, and is asked for again', async () => {
    const { id, version } = await room.putInForce(buildProcedure('1.22'))
    const request = await room.approveNext(id, version, widened('1.22'))
    const before = await room.lettersTo(room.reviewer)
    await room.save(id, widened('1.22'), version + 1)
    expect((await room.administrator.get(at(request))).body.changeRequest.state).toBe('approved')
    await room.save(id, widened('1.22', 300), version + 2)
    const { changeRequest } = (await room.administrator.get(at(request))).body
    expect([changeRequest.state, changeRequest.decision, changeRequest.approvals.map((each: { void?: true }) => each.void)]).toEqual(['in-review', undefined, [true]])
    const letters = (await room.lettersTo(room.reviewer)).filter((notice) => notice === 'approval-void').length
    expect(letters - before.filter((notice) => notice === 'approval-void').length).toBe(1)

    // The hundred saves after that are no news.
    await room.save(id, widened('1.22', 301), version + 3)
    const events = (await room.administrator.get(`/api/designer/procedures/${id}/events`)).body.events as { type: string; content: object }[]
    expect(events.map(({ type }) => type)).toEqual(['sent', 'planned', 'approved', 'published', 'sent', 'planned', 'approved', 'moved'])
    expect(events.at(-1)!.content).toEqual({ from: 'approved', approvalsVoid: 1 })
  })

  it('needs the author to say what happens to people who must answer again', async () => {
    const { id, version } = await room.putInForce(buildProcedure('1.23'))
    await (await room.office.as('applicant')).post('/api/dossiers', { procedure: id })
    await room.save(id, tightened('1.23'), version)
    const request = await room.open(id)
    expect(await standing(room.administrator, request)).toMatchObject({ class: 'asksAgain', drafts: 1, open: 0, needsDisposition: true })
    const refused = await room.review(room.reviewer, request)
    expect([refused.status, refused.body.errors[0]]).toMatchObject([409, { pointer: '#/disposition', code: 'change.dispositionMissing' }])
    expect((await room.plan(request, { disposition: { drafts: 'finish' } as never })).status).toBe(422)
    expect((await room.plan(request, { disposition: finishOnOld })).body.disposition).toEqual(finishOnOld)
    expect((await room.review(room.reviewer, request)).body.state).toBe('approved')
    // Another plan is another thing to approve.
    expect((await room.plan(request, { disposition: { ...finishOnOld, drafts: 'ask' } })).body.state).toBe('in-review')
  })

  it('needs the author to say whether a question with other words is another one', async () => {
    const { id, version } = await room.putInForce(buildProcedure('1.24'))
    const document = buildProcedure('1.24')
    document.form!.schema.properties['tuoi']!.title = 'Tuổi của người được ủy quyền'
    await room.save(id, document, version)
    const request = await room.open(id)
    const { meaningsAsked } = await standing(room.administrator, request)
    expect(meaningsAsked).toHaveLength(1)
    expect((await room.review(room.reviewer, request)).body.errors[0].code).toBe('change.meaningMissing')
    await room.plan(request, { meanings: { [meaningsAsked[0]]: 'wording' } })
    expect(await standing(room.administrator, request)).toMatchObject({ class: 'cosmetic', meaningsAsked })
    expect((await room.review(room.reviewer, request)).body.state).toBe('approved')
  })

  it('has nothing to decide in a draft that equals what is published', async () => {
    const { id } = await room.putInForce(buildProcedure('1.25'))
    const refused = await room.administrator.post(`/api/designer/procedures/${id}/change-requests`, { comment: '' })
    expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'change.nothingChanged'])
  })

  it('ends when the author takes the draft back, which stays a draft', async () => {
    const { id } = await room.draft(buildProcedure('1.26'))
    const request = await room.open(id)
    expect((await room.reviewer.send('DELETE', at(request))).status).toBe(403)
    expect((await room.administrator.send('DELETE', at(request))).body.state).toBe('closed')
    expect((await room.review(room.reviewer, request)).status).toBe(409)
    expect(await room.stateOf(id)).toBe('draft')
  })

  it('is decided once, however many decide in the same moment, while the author goes on typing', async () => {
    const { id, version } = await room.putInForce(buildProcedure('1.27'))
    await room.save(id, widened('1.27'), version)
    const request = await room.open(id)
    const [saved, ...decided] = await Promise.all([room.save(id, widened('1.27', 999), version + 1), room.review(professional, request), room.review(finance, request), room.review(room.reviewer, request)])
    expect(saved!.status).toBe(200)
    for (const { status } of decided) expect([200, 409]).toContain(status)
    const { changeRequest, document } = (await room.administrator.get(at(request))).body
    expect(document.form.schema.properties.ten.maxLength).toBe(999)
    expect(changeRequest.state).toBe('in-review')
    expect(changeRequest.approvals.every((each: { hash: string; void?: true }) => each.hash === request.hash && each.void)).toBe(true)
  })
})
