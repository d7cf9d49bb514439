import { describe, expect, it } from 'vitest'
import type { NewSubstitution, Officer } from '#schemas/generated/types.ts'
import { isIn, judgeSubstitution } from '#core/organisation/judge-substitution.ts'

const person = (id: string, ...roles: string[]): Officer => ({ id, name: id, email: `${id}@b.vn`, roles, memberships: [] })
const people = [person('an', 'specialist'), person('binh', 'specialist'), person('chi', 'head'), person('quan-tri', 'administrator')]
const wanted: NewSubstitution = { absent: 'an', substitute: 'binh', from: '2026-11-23', to: '2026-11-27', reason: 'Nghỉ phép' }
const known = [{ ...wanted, id: 's1' }]
const codes = (change: Partial<NewSubstitution>, others = [] as typeof known) => judgeSubstitution({ ...wanted, ...change }, others, people, '2026-11-20').map(({ code }) => code)

describe('a substitution', () => {
  it('is an officer for another, from day to day', () => {
    expect(codes({})).toEqual([])
    expect(codes({ from: '2026-11-30', to: '2026-11-30' }, known)).toEqual([])
    expect([isIn(wanted, '2026-11-22'), isIn(wanted, '2026-11-23'), isIn(wanted, '2026-11-27'), isIn(wanted, '2026-11-28')]).toEqual([false, true, true, false])
  })
  it.each([
    [{ substitute: 'quan-tri' }, 'substitution.noOfficer'], [{ absent: 'nobody' }, 'substitution.noOfficer'], [{ substitute: 'an' }, 'substitution.oneself'],
    [{ from: '2026-11-28' }, 'substitution.datesCrossed'], [{ from: '2026-11-02', to: '2026-11-03' }, 'substitution.past'], [{ to: '2026-02-30' }, 'calendar.dateUnknown'],
  ])('is refused as %j', (change, code) => {
    expect(codes(change)).toContain(code)
  })
  it('is one at a time, by somebody who is there', () => {
    expect(codes({ substitute: 'chi' }, known)).toEqual(['substitution.twice'])
    expect(codes({ absent: 'chi', substitute: 'an' }, known)).toEqual(['substitution.away'])
  })
})
