import { describe, expect, it } from 'vitest'
import type { ChangeRequest } from '#schemas/generated/types.ts'
import { gapsOf, givenOf, planOf } from '../../../designer/review/plan-form.ts'

const request: ChangeRequest = {
  id: 'r', procedureId: 'p', state: 'in-review', hash: 'h', comment: '', author: 'A', createdAt: '2026-11-21T03:00:00Z', parts: ['form'], approvals: [],
  disposition: { drafts: 'finish', draftsUntil: '2026-12-31', open: 'stay', message: { vi: 'Đổi', en: 'Changed' } }, legalBasis: 'QĐ 1', publishAt: '2026-11-30T20:00:00.000Z',
}

describe('the plan of an author', () => {
  it('says the same again when nothing was changed, and leaves an hour that somebody set', () => {
    expect(planOf(givenOf(request), request)).toEqual({ disposition: request.disposition, legalBasis: 'QĐ 1' })
  })
  it('takes away what was emptied', () => {
    expect(planOf({ ...givenOf(request), drafts: '', open: '', vi: '', en: '', legalBasis: ' ', day: undefined }, request)).toEqual({ disposition: null, legalBasis: null, publishAt: null })
  })
  it('forgets the last day where drafts do not stay', () => {
    expect(planOf({ ...givenOf(request), drafts: 'ask' }, request).disposition).not.toHaveProperty('draftsUntil')
  })
  it('lacks nothing where nobody is met, and everything where somebody is', () => {
    const empty = { drafts: '', until: undefined, open: '', vi: '', en: '', legalBasis: '', day: undefined } as const
    expect(gapsOf(empty, false)).toEqual([])
    expect(gapsOf(empty, true)).toEqual(['drafts', 'open', 'vi', 'en'])
    expect(gapsOf({ ...empty, vi: 'Đổi' }, false)).toEqual(['drafts', 'open', 'en'])
    expect(gapsOf({ ...empty, day: '--3' }, false)).toEqual(['day'])
  })
})
