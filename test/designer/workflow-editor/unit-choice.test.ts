import { describe, expect, it } from 'vitest'
import type { Assignment, KnownUnit } from '#schemas/generated/types.ts'
import { choiceOf, pickAgency, pickUnit } from '../../../designer/workflow-editor/unit-choice.ts'

const units: KnownUnit[] = [{ code: 'H26', name: 'Sở', depth: 0, roles: [] }, { code: 'H26.01', name: 'Phòng A', depth: 1, roles: [] }, { name: 'Phòng B', depth: 1, roles: [] }, { code: 'G12', name: 'Bộ Tài chính', depth: 0, roles: [] }]
const role = 'specialist'
const nobody: Assignment = { role }
const picked = (code: string) => ({ code, name: units.find((unit) => unit.code === code)!.name })

describe('the unit of an assignment', () => {
  it('is picked with its code, and leaves no code behind', () => {
    const by = pickUnit(nobody, picked('H26.01'), units)
    expect(by).toEqual({ role, unit: 'Phòng A', code: 'H26.01' })
    expect(choiceOf(by, units)).toEqual({ unit: 'H26.01' })
    expect(pickUnit(by, {}, units)).toEqual(nobody)
    expect(pickUnit(by, { name: 'Phòng Khác' }, units)).toEqual({ role, unit: 'Phòng Khác' })
  })
  it('says more than its authority, whose code counts without it', () => {
    const ministry = pickAgency(nobody, picked('G12'), units)
    expect([ministry, choiceOf(ministry, units)]).toEqual([{ role, agency: 'Bộ Tài chính', code: 'G12' }, { agency: 'G12' }])
    const both = pickUnit(ministry, picked('H26.01'), units)
    expect([both, choiceOf(both, units)]).toEqual([{ role, unit: 'Phòng A', agency: 'Bộ Tài chính', code: 'H26.01' }, { unit: 'H26.01', agency: 'G12' }])
    expect(pickUnit(both, {}, units)).toEqual(ministry)
    expect(pickAgency(both, {}, units)).toEqual({ role, unit: 'Phòng A', code: 'H26.01' })
    const written = pickUnit(ministry, { name: 'Vụ Thuế' }, units)
    expect([written.code, choiceOf(written, units)]).toEqual(['G12', { agency: 'G12' }])
  })
  it('stays what its code says when it was renamed here, and is only a name where the code is unknown', () => {
    expect(choiceOf({ role, unit: 'Tên cũ', code: 'H26.01' }, units)).toEqual({ unit: 'H26.01' })
    expect(choiceOf({ role, unit: 'Phòng A', code: 'H99' }, units)).toEqual({})
    expect(choiceOf({ role, unit: 'Phòng A' }, units)).toEqual({})
    expect(choiceOf({ role, code: 'H26' }, units)).toEqual({ unit: 'H26' })
  })
})
