import { describe, expect, it } from 'vitest'
import type { Unit } from '#schemas/generated/types.ts'
import { judgeUnit, placeUnits, unitsAbove } from '#core/organisation/judge-unit.ts'

const units: Unit[] = [{ id: 'so', name: 'Sở' }, { id: 'phong', name: 'Phòng Đo lường', parent: 'so' }, { id: 'to', name: 'Tổ', parent: 'phong' }, { id: 'mot-cua', name: 'Bộ phận Một cửa', parent: 'so' }]
const codes = (unit: Unit) => judgeUnit(unit, units).map(({ code }) => code)

describe('the tree of units', () => {
  it('reads from the top, each unit followed by what is below it', () => {
    expect(placeUnits(units).map(({ unit, depth }) => `${depth} ${unit.id}`)).toEqual(['0 so', '1 phong', '2 to', '1 mot-cua'])
    expect(unitsAbove(units[2]!, units).map(({ id }) => id)).toEqual(['phong', 'so'])
  })
  it('takes a unit at a place that exists, also one that it has already', () => {
    expect(codes({ id: 'moi', name: 'Phòng mới', parent: 'so' })).toEqual([])
    expect(codes(units[1]!)).toEqual([])
  })
  it('refuses an unknown place, a circle, and a name that stands there already', () => {
    expect(codes({ id: 'moi', name: 'Phòng mới', parent: 'nowhere' })).toEqual(['unit.parentUnknown'])
    expect(codes({ ...units[0]!, parent: 'to' })).toEqual(['unit.belowItself'])
    expect(codes({ ...units[0]!, parent: 'so' })).toEqual(['unit.belowItself'])
    expect(codes({ id: 'moi', name: 'phòng đo lường', parent: 'so' })).toEqual(['unit.nameTaken'])
    expect(codes({ id: 'moi', name: 'Phòng Đo lường', parent: 'mot-cua' })).toEqual([])
  })
  it('refuses a code that another unit bears: procedures could not tell the two apart', () => {
    const coded: Unit[] = [{ id: 'so', name: 'Sở', code: 'H26' }, { id: 'phong', name: 'Phòng', code: 'H26.01', parent: 'so' }]
    expect(judgeUnit({ id: 'moi', name: 'Phòng mới', code: 'H26.01' }, coded)).toEqual([{ pointer: '/code', code: 'unit.codeTaken', params: { code: 'H26.01', name: 'Phòng' } }])
    expect(judgeUnit({ ...coded[1]!, name: 'Tên mới' }, coded)).toEqual([])
  })
})
