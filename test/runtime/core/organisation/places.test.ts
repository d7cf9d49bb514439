import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAskedOf, isHeadOf, placesOf, staffedPlaces } from '#core/organisation/places.ts'
import type { Membership, Unit } from '#schemas/generated/types.ts'

const unit = (id: string, parent?: string, code: string | undefined = id.toUpperCase()): Unit => ({ id, name: id, ...(code !== undefined && { code }), ...(parent !== undefined && { parent }) })
const units = [unit('so'), unit('p1', 'so'), unit('to', 'p1', 'P1.1'), unit('p2', 'so'), unit('bo'), unit('vu', 'bo')]
const member = (place: string): Membership => ({ role: place.split('@')[0]!, unit: place.split('@')[1]! })
const all = ['specialist@p1', 'specialist@to', 'specialist@vu', 'unit-head@p1', 'head@p2', 'one-stop@p2'].map(member)
const staffed = staffedPlaces(all, units)
const officer = (...places: string[]) => ({ roles: places.map((place) => member(place).role), places: placesOf(places.map(member), units, staffed) })

describe('an assignment', () => {
  it('asks the officers of its unit and of those below it, and nobody of another with the same role', () => {
    const by = { role: 'specialist', code: 'P1' }
    expect(['specialist@p1', 'specialist@to', 'specialist@p2', 'specialist@vu', 'one-stop@p1'].map((place) => isAskedOf(by, officer(place)))).toEqual([true, true, false, false, false])
    expect(isAskedOf({ role: 'specialist', code: 'SO' }, officer('specialist@to'))).toBe(true)
    expect(isAskedOf({ role: 'specialist', code: 'P1.1' }, officer('specialist@p1'))).toBe(false)
  })
  it('asks everybody with the role where no unit bears the code, nobody there has the role, or no code is given', () => {
    for (const code of ['G99', 'P2']) expect(isAskedOf({ role: 'specialist', code }, officer('specialist@vu'))).toBe(true)
    expect(isAskedOf({ role: 'specialist', unit: 'p1' }, officer('specialist@vu'))).toBe(true)
    expect(isAskedOf({ role: 'clerk', code: 'G99' }, officer('specialist@vu'))).toBe(false)
    expect(isAskedOf({ role: 'specialist', code: 'P1' }, { roles: ['specialist'] })).toBe(true)
    expect(isAskedOf(undefined, officer('specialist@p1'))).toBe(false)
  })
  it('is given out by the heads of its unit and of its authority, not by those of another', () => {
    const by = { role: 'specialist', code: 'P1.1' }
    expect(['unit-head@p1', 'head@p2', 'unit-head@p2', 'head@vu', 'specialist@to'].map((place) => isHeadOf(by, officer(place)))).toEqual([true, true, false, false, false])
    expect(isHeadOf({ role: 'clerk', code: 'P1.1' }, officer('head@vu'))).toBe(true)
  })
  it('is never without somebody who is asked while anybody has the role', () => {
    const place = fc.record({ unit: fc.constantFrom(...units.map(({ id }) => id)), role: fc.constantFrom('specialist', 'clerk') })
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), fc.constantFrom('specialist', 'clerk'), fc.constantFrom('SO', 'P1', 'P1.1', 'VU', 'G99'), (memberships, role, code) => {
      const people = memberships.map((each) => ({ roles: [each.role], places: placesOf([each], units, staffedPlaces(memberships, units)) }))
      expect(people.some((each) => isAskedOf({ role, code }, each))).toBe(people.some(({ roles }) => roles.includes(role)))
    }))
  })
})
