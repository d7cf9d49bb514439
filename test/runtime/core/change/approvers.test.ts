import { describe, expect, it } from 'vitest'
import { partsOf, reviewersOf } from '#core/change/approvers.ts'
import type { Approvers, Officer } from '#schemas/generated/types.ts'

const person = (id: string, unit?: string, more: Partial<Officer> = {}): Officer =>
  ({ id, name: id, email: `${id}@a.vn`, roles: ['reviewer'], memberships: unit === undefined ? [] : [{ unit, role: 'specialist' }], ...more })

const approvers: Approvers = { form: 'chuyen-mon', fees: 'tai-chinh' }
const parts = ['form', 'fees', 'texts'] as const

describe('approvers', () => {
  it('approve what their unit is named for, and what no unit is named for', () => {
    expect(partsOf(person('a', 'chuyen-mon'), parts, approvers, [])).toEqual(['form', 'texts'])
    expect(partsOf(person('b'), parts, approvers, [])).toEqual(['texts'])
    expect(partsOf(person('c', 'tai-chinh'), ['form'], approvers, [])).toEqual([])
    expect(partsOf(person('d'), parts, {}, [])).toEqual([...parts])
  })
  it('are reviewers who still work there and have written none of it', () => {
    const people = [person('a'), person('author'), person('gone', undefined, { suspended: true }), person('other', undefined, { roles: ['administrator'] })]
    expect(reviewersOf(people, parts, approvers, ['author']).map(({ id }) => id)).toEqual(['a'])
  })
})
