import { describe, expect, it } from 'vitest'
import { changeClasses } from '#core/change/change-class.ts'
import { changeRequest, decisionOf, partsLeft, type ChangeEvent, type ChangeRefusal } from '#core/change/change-request.ts'
import type { ChangeContext } from '#core/change/change-context.ts'
import { changeParts } from '#core/change/parts-touched.ts'
import type { Approval, ChangePart, ChangeRequest, Disposition } from '#schemas/generated/types.ts'

const now = '2026-11-21T03:00:00.000Z'
const later = '2027-01-01T00:00:00.000Z'
const reviewer = { id: 'reviewer', name: 'Lê Thẩm Định', roles: ['reviewer'], memberships: [] }
const disposition: Disposition = { drafts: 'finish', open: 'stay', message: { vi: 'Mẫu đơn đã đổi.', en: 'The form has changed.' } }

const approval = (part: ChangePart, more: Partial<Approval> = {}): Approval => ({ part, by: 'Lê Thẩm Định', byId: 'reviewer', at: now, hash: 'h1', verdict: 'approve', ...more })

const inState = (state: ChangeRequest['state'], more: Partial<ChangeRequest> = {}): ChangeRequest => ({
  id: 'r', procedureId: 'p', state, base: 'b', hash: 'h1', comment: '', author: 'Nguyễn Quản Trị', authorId: 'author', createdAt: now, parts: ['form', 'fees'],
  approvals: state === 'approved' || state === 'scheduled' || state === 'published' ? [approval('form'), approval('fees')] : [],
  ...(state === 'scheduled' && { publishAt: now }), ...more,
})

const context = (more: Partial<ChangeContext> = {}): ChangeContext => ({
  now, actor: reviewer, authors: ['author'], approvers: {}, draftHash: 'h1', published: 'b', class: 'cosmetic', meaningsAsked: [], people: { drafts: 0, open: 0 }, ...more,
})

const events = {
  send: { type: 'send', hash: 'h2', parts: ['form'], base: 'b', comment: 'Gửi lại' },
  move: { type: 'move', hash: 'h2', parts: ['form'] },
  rebase: { type: 'rebase', base: 'b2', parts: ['form'] },
  planDisposition: { type: 'plan', plan: { disposition } },
  planDay: { type: 'plan', plan: { publishAt: '2027-01-01' } },
  approve: { type: 'review', verdict: 'approve', hash: 'h1' },
  ask: { type: 'review', verdict: 'ask-changes', hash: 'h1', comment: 'Sửa câu 3' },
  schedule: { type: 'schedule', at: later },
  unschedule: { type: 'unschedule' },
  publish: { type: 'publish', by: 'person' },
  publishByClock: { type: 'publish', by: 'clock' },
  close: { type: 'close' },
} as const satisfies Record<string, ChangeEvent>

type Result = ChangeRequest['state'] | ChangeRefusal

const resultOf = (request: ChangeRequest, event: ChangeEvent, given = context()): Result => {
  const changed = changeRequest(request, event, given)
  return 'refused' in changed ? changed.refused : changed.request.state
}

const next = (request: ChangeRequest, event: ChangeEvent, given = context()): ChangeRequest => {
  const changed = changeRequest(request, event, given)
  if ('refused' in changed) throw new Error(changed.refused)
  return changed.request
}

type Row = Record<keyof typeof events, Result>

const nothing: Row = Object.fromEntries(Object.keys(events).map((name) => [name, 'change.notOpen'])) as Row

const table: Record<ChangeRequest['state'], Row> = {
  'in-review': { ...nothing, send: 'in-review', move: 'in-review', rebase: 'in-review', planDisposition: 'in-review', planDay: 'in-review', approve: 'approved', ask: 'changes-asked', close: 'closed' },
  'changes-asked': { ...nothing, send: 'in-review', move: 'changes-asked', rebase: 'changes-asked', planDisposition: 'changes-asked', planDay: 'changes-asked', close: 'closed' },
  approved: { ...nothing, move: 'in-review', rebase: 'in-review', planDisposition: 'in-review', planDay: 'approved', ask: 'changes-asked', schedule: 'scheduled', publish: 'published', close: 'closed' },
  scheduled: {
    ...nothing, move: 'in-review', rebase: 'in-review', planDisposition: 'in-review', planDay: 'approved', ask: 'changes-asked', schedule: 'scheduled', unschedule: 'approved', publish: 'published',
    publishByClock: 'published', close: 'closed',
  },
  published: nothing,
  closed: nothing,
}

const pairs = Object.entries(table).flatMap(([state, row]) => Object.entries(row).map(([event, result]) => [state, event, result] as const))

describe('changeRequest', () => {
  it.each(pairs)('in %s answers %s with %s', (state, event, result) => {
    expect(resultOf(inState(state as ChangeRequest['state']), events[event as keyof typeof events])).toBe(result)
  })

  it('is approved when every touched part is, each by those whose part it is', () => {
    const approvers = { form: 'chuyen-mon', fees: 'tai-chinh' }
    const professional = { ...reviewer, memberships: [{ unit: 'chuyen-mon', role: 'specialist' }] }
    const finance = { ...reviewer, id: 'finance', memberships: [{ unit: 'tai-chinh', role: 'specialist' }] }
    const half = next(inState('in-review'), events.approve, context({ approvers, actor: professional }))
    expect([half.state, partsLeft(half), half.approvals.map(({ part, hash }) => [part, hash])]).toEqual(['in-review', ['fees'], [['form', 'h1']]])
    expect(resultOf(half, { ...events.approve, parts: ['fees'] }, context({ approvers, actor: professional }))).toBe('change.notYourPart')
    expect(resultOf(half, events.approve, context({ approvers, actor: reviewer }))).toBe('change.notYourPart')
    expect(resultOf(half, events.approve, context({ approvers, actor: finance }))).toBe('approved')
  })

  it('is approved part by part by somebody who answers for several, and no part twice', () => {
    const one = next(inState('in-review'), { ...events.approve, parts: ['fees'] })
    expect([one.state, partsLeft(one)]).toEqual(['in-review', ['form']])
    expect(resultOf(one, { ...events.approve, parts: ['fees'] })).toBe('change.notYourPart')
    // The rest, when nothing else is said.
    const both = next(one, events.approve)
    expect([both.state, both.approvals.map(({ part }) => part)]).toEqual(['approved', ['fees', 'form']])
    expect(next(one, events.ask).approvals.filter(({ verdict }) => verdict === 'ask-changes').map(({ part }) => part)).toEqual(['form', 'fees'])
  })

  it('is published by nobody alone, whatever it touches and however harmless it is', () => {
    for (const part of changeParts) {
      for (const found of changeClasses) {
        const request = inState('in-review', { parts: [part], disposition })
        const alone = context({ class: found, actor: { ...reviewer, id: 'author' } })
        expect(resultOf(request, events.approve, alone), `${part} ${found}`).toBe('change.byAuthor')
        expect([resultOf(request, events.publish, context({ class: found })), resultOf(request, events.schedule, context({ class: found }))]).toEqual(['change.notOpen', 'change.notOpen'])
        expect(resultOf(next(request, events.approve, context({ class: found })), events.publish, alone)).toBe('change.byAuthor')
      }
    }
  })

  it('is never decided, scheduled or published by anybody who wrote any of it', () => {
    const wrote = context({ authors: ['author', 'reviewer'] })
    expect([resultOf(inState('in-review'), events.approve, wrote), resultOf(inState('in-review'), events.ask, wrote)]).toEqual(['change.byAuthor', 'change.byAuthor'])
    expect([resultOf(inState('approved'), events.schedule, wrote), resultOf(inState('approved'), events.publish, wrote)]).toEqual(['change.byAuthor', 'change.byAuthor'])
    expect(resultOf(inState('scheduled'), events.publishByClock, wrote)).toBe('published')
  })

  it('takes no approval of another content', () => {
    expect(resultOf(inState('in-review'), { ...events.approve, hash: 'h0' })).toBe('change.otherContent')
    expect(resultOf(inState('in-review'), events.approve, context({ draftHash: 'h2' }))).toBe('change.otherContent')
  })

  it('voids every approval when the draft, its base or the plan for people is another one', () => {
    for (const event of [events.move, events.rebase, events.planDisposition]) {
      const changed = next(inState('approved'), event)
      expect([changed.state, changed.approvals.every((each) => each.void), partsLeft(changed)]).toEqual(['in-review', true, changed.parts])
    }
    expect(next(inState('approved'), { ...events.move, hash: 'h1' })).toEqual(inState('approved'))
    // The old content again is not the old approval again.
    expect(partsLeft(next(next(inState('approved'), events.move), { ...events.move, hash: 'h1' }))).toEqual(['form'])
  })

  it('wants to know what happens to people before anybody approves what makes them answer again', () => {
    const risky = context({ class: 'asksAgain', people: { drafts: 1, open: 0 } })
    expect(resultOf(inState('in-review'), events.approve, risky)).toBe('change.dispositionMissing')
    expect(resultOf(inState('in-review', { disposition }), events.approve, risky)).toBe('approved')
    expect(resultOf(inState('in-review'), events.approve, context({ class: 'asksAgain' }))).toBe('approved')
    expect(resultOf(inState('in-review'), events.approve, context({ class: 'wider', people: { drafts: 9, open: 9 } }))).toBe('approved')
    expect(resultOf(inState('in-review'), events.ask, risky)).toBe('changes-asked')
  })

  it('wants to know whether a question with other words is another question', () => {
    const asked = context({ meaningsAsked: ['/thuNhap'] })
    expect(resultOf(inState('in-review'), events.approve, asked)).toBe('change.meaningMissing')
    expect(resultOf(inState('in-review', { meanings: { '/thuNhap': 'wording' } }), events.approve, asked)).toBe('approved')
  })

  it('is published only over the base and with the content that were approved, and never before its time', () => {
    expect(resultOf(inState('approved'), events.publish, context({ published: 'b2' }))).toBe('change.otherBase')
    expect(resultOf(inState('approved'), events.publish, context({ draftHash: 'h2' }))).toBe('change.otherContent')
    expect(resultOf(inState('scheduled'), events.publishByClock, context({ now: '2026-11-21T02:59:59.999Z' }))).toBe('change.tooEarly')
    const { base: _base, ...first } = inState('approved')
    expect(resultOf(first, events.publish, context({ published: undefined }))).toBe('published')
  })

  it('is scheduled for a day that begins at midnight in Vietnam, and not for one that has begun', () => {
    expect(next(inState('approved'), { type: 'schedule', at: '2027-01-01' }).publishAt).toBe('2026-12-31T17:00:00.000Z')
    for (const at of ['2026-11-21', '2027-02-30', 'tomorrow', now]) expect(resultOf(inState('approved'), { type: 'schedule', at })).toBe('change.noInstant')
    expect(next(inState('scheduled'), events.unschedule).publishAt).toBeUndefined()
  })

  it('keeps what a plan does not speak of, and takes away what it says is gone', () => {
    const full = inState('in-review', { disposition, legalBasis: 'NĐ 1/2027', publishAt: later, meanings: { '/a': 'wording' } })
    expect(next(full, { type: 'plan', plan: { comment: 'Mới' } })).toEqual({ ...full, comment: 'Mới' })
    expect(Object.keys(next(full, { type: 'plan', plan: { disposition: null, legalBasis: null, publishAt: null } }))).not.toEqual(expect.arrayContaining(['disposition']))
    expect(next(full, { type: 'plan', plan: { disposition: null, legalBasis: null, publishAt: null } })).toMatchObject({ meanings: { '/a': 'wording' } })
    expect(resultOf(full, { type: 'plan', plan: { publishAt: 'soon' } })).toBe('change.noInstant')
  })

  it('has nothing to approve where nothing changed, and wants a reason where changes are asked for', () => {
    expect(resultOf(inState('in-review', { parts: [] }), events.approve)).toBe('change.nothingChanged')
    expect(resultOf(inState('changes-asked'), { ...events.send, parts: [] })).toBe('change.nothingChanged')
    expect(resultOf(inState('in-review'), { ...events.ask, comment: '  ' })).toBe('change.reasonMissing')
  })

  it('tells the last word that counts', () => {
    expect(decisionOf(inState('in-review'))).toBeUndefined()
    expect(decisionOf(inState('approved'))).toEqual({ by: 'Lê Thẩm Định', at: now, verdict: 'approve' })
    expect(decisionOf(next(inState('approved'), events.move))).toBeUndefined()
    expect(decisionOf(next(inState('approved'), events.ask))).toMatchObject({ verdict: 'ask-changes', comment: 'Sửa câu 3' })
  })
})
