import { describe, expect, it } from 'vitest'
import { packageStanding } from '#core/change/package-standing.ts'

const here = (draft: string, ...known: string[]) => ({ draft, known: new Set(known) })
const packed = { revision: 'c', history: ['a', 'b', 'c'] }

describe('packageStanding', () => {
  it('is new where the procedure is not', () => {
    expect(packageStanding(packed, undefined)).toEqual({ standing: 'new' })
  })
  it('is known where its revision was ever in force, or is the draft', () => {
    expect(packageStanding(packed, here('x', 'a', 'b', 'c', 'x'))).toEqual({ standing: 'known' })
    expect(packageStanding(packed, here('c', 'a'))).toEqual({ standing: 'known' })
  })
  it('is newer where the draft is one of the releases that led to it', () => {
    expect(packageStanding(packed, here('b', 'a', 'b'))).toEqual({ standing: 'newer' })
  })
  it('diverged where both went on, from the last that both have', () => {
    expect(packageStanding(packed, here('x', 'a', 'b', 'x'))).toEqual({ standing: 'diverged', base: 'b' })
    expect(packageStanding(packed, here('x', 'a'))).toEqual({ standing: 'diverged', base: 'a' })
    expect(packageStanding({ revision: 'c', history: [] }, here('x', 'y'))).toEqual({ standing: 'diverged' })
  })
})
