import { describe, expect, it } from 'vitest'
import type { Session } from '#schemas/generated/types.ts'
import { actsInPlaceOf, standIn } from '#core/organisation/stand-in.ts'

const clerk: Session = { id: 'me', name: 'Lê Văn Thư', email: 'a@b.vn', roles: ['clerk'] }
const head = { id: 'head', name: 'Trần Trưởng Phòng', roles: ['unit-head', 'administrator'], memberships: [{ unit: 'phong', role: 'unit-head' }], until: '2026-11-30' }

describe('standIn', () => {
  it('lends what an absent colleague does in workflows, and no administration', () => {
    const session = standIn(clerk, [{ unit: 'van-thu', role: 'clerk' }], [head])
    expect(session.roles).toEqual(['clerk', 'unit-head'])
    expect(session.lentRoles).toEqual(['unit-head'])
    expect(session.standsInFor).toEqual([{ id: 'head', name: 'Trần Trưởng Phòng', roles: ['unit-head'], until: '2026-11-30' }])
    expect(session.units).toEqual([{ unit: 'van-thu', role: 'clerk' }, { unit: 'phong', role: 'unit-head' }])
  })
  it('lends no role that somebody has anyhow, and says nothing where nobody is away', () => {
    expect(standIn(clerk, [], [{ ...head, roles: ['clerk'], memberships: [] }])).not.toHaveProperty('lentRoles')
    expect(standIn(clerk, [], [])).toEqual(clerk)
    expect(standIn(clerk, [], [{ ...head, roles: ['administrator'], memberships: [] }])).toEqual(clerk)
  })
})

describe('actsInPlaceOf', () => {
  const session = standIn(clerk, [], [head])
  it('names the colleague whose role is needed, or who has the task', () => {
    expect(actsInPlaceOf(session, 'unit-head')).toBe('Trần Trưởng Phòng')
    expect(actsInPlaceOf(session, 'clerk', 'head')).toBe('Trần Trưởng Phòng')
  })
  it('names nobody for what is one’s own', () => {
    expect(actsInPlaceOf(session, 'clerk')).toBeUndefined()
    expect(actsInPlaceOf(session, 'clerk', 'me')).toBeUndefined()
    expect(actsInPlaceOf(clerk, 'unit-head')).toBeUndefined()
  })
})
