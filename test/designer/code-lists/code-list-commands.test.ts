import { describe, expect, it } from 'vitest'
import { pinCodes } from '#core/code-list/pin-codes.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CodeList, Procedure, Question } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { goneCodes, ownOptions, pathsUsing, updateCodeList, useCodeList } from '../../../designer/code-lists/code-list-commands.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const run = <Args>(procedure: Procedure, command: Command<Args>, args: Args): Procedure => carryOut(procedure, command, args, {}, 0)?.document ?? procedure
const list = (count: number, validFrom = '2026-01-01', more: Partial<CodeList> = {}): CodeList => ({ id: 'vn-communes', title: 'Xã', source: 'x', validFrom, items: Array.from({ length: count }, (_each, i) => ({ const: `x${i}`, title: `Xã ${i}`, parent: i % 2 ? '01' : '79' })), ...more })
const pinned = (count: number, validFrom?: string): Question => pinCodes(list(count, validFrom), '2026-06-01')
const at = (procedure: Procedure, name: string) => procedure.form!.schema.properties[name]!

describe('useCodeList', () => {
  it('pins the list once for all questions that use it, and asks with a search when it is long', () => {
    const used = run(run(sampleProcedure(), useCodeList, { path: '/loaiHinh', definition: pinned(60) }), useCodeList, { path: '/lyDo', definition: pinned(60) })

    expect(at(used, 'loaiHinh')).toEqual({ '$ref': '#/$defs/vnCommunes', 'title': 'Loại hình', 'x-field': 'choice', 'x-widget': 'autocomplete' })
    expect(pathsUsing(used.form!, 'vnCommunes')).toEqual(['/loaiHinh', '/lyDo'])
    expect(used.form!.schema.$defs!['vnCommunes']).toMatchObject({ 'x-codeList': 'vn-communes', 'x-codeListFrom': '2026-01-01' })
    expect(Object.keys(run(used, useCodeList, { path: '/dienTich', definition: pinned(60, '2026-05-01') }).form!.schema.$defs!)).toEqual(['provinces', 'vnCommunes', 'vnCommunes2'])
  })

  it('takes the codes into a question of several choices, and leaves the list that nothing uses any more', () => {
    const several = sampleProcedure()
    several.form!.schema.properties['nhieu'] = { type: 'array', title: 'Nhiều', uniqueItems: true, 'x-field': 'choices', items: { type: 'string', oneOf: [{ const: 'a', title: 'A' }] } }
    expect(at(run(several, useCodeList, { path: '/nhieu', definition: pinned(3) }), 'nhieu')).toMatchObject({ type: 'array', items: { $ref: '#/$defs/vnCommunes' } })
    expect(Object.keys(run(sampleProcedure(), useCodeList, { path: '/coSo/tinh', definition: pinned(3) }).form!.schema.$defs!)).toEqual(['vnCommunes'])
  })

  it('asks the commune of an address by its province in one step', () => {
    const procedure = sampleProcedure()
    procedure.form!.schema.properties['diaChi'] = { type: 'object', title: 'Địa chỉ', 'x-field': 'address', required: ['province'], properties: { province: { $ref: '#/$defs/provinces', title: 'Tỉnh' }, commune: { type: 'string', maxLength: 100, title: 'Xã' } } }
    const used = run(procedure, useCodeList, { path: '/diaChi/commune', definition: pinned(60), by: '/diaChi/province' })

    expect(at(used, 'diaChi').properties!['commune']).toEqual({ '$ref': '#/$defs/vnCommunes', 'title': 'Xã', 'x-widget': 'autocomplete' })
    expect(compileForm(used.form!).cascades).toMatchObject([{ path: '/diaChi/commune', by: '/diaChi/province' }])
    expect(pathsUsing(used.form!, 'vnCommunes')).toEqual(['/diaChi/commune'])
  })
})

describe('ownOptions', () => {
  it('makes the codes options of the question', () => {
    const own = run(run(sampleProcedure(), useCodeList, { path: '/loaiHinh', definition: pinned(2) }), ownOptions, { path: '/loaiHinh' })

    expect(at(own, 'loaiHinh')).toMatchObject({ type: 'string', 'x-field': 'choice', oneOf: [{ const: 'x0', title: 'Xã 0', parent: '79' }, { const: 'x1', title: 'Xã 1', parent: '01' }] })
    expect(own.form!.schema.$defs).not.toHaveProperty('vnCommunes')
  })
})

describe('updateCodeList', () => {
  it('replaces the pinned codes and says which conditions speak of codes that are gone', () => {
    const used = run(sampleProcedure(), useCodeList, { path: '/loaiHinh', definition: { ...pinned(3), oneOf: [{ const: 'moi', title: 'Mới' }, { const: 'capLai', title: 'Cấp lại' }] } })
    const limited = { ...used, form: { ...used.form!, rules: [...used.form!.rules!, { id: 'l', title: '', when: { required: ['lyDo'] }, limit: { path: '/loaiHinh', options: ['moi', 'capLai'] } }] } }
    const next: Question = { ...pinned(3, '2026-05-01'), oneOf: [{ const: 'moi', title: 'Mới' }, { const: 'doi', title: 'Đổi' }] }

    expect(goneCodes(limited, 'vnCommunes', next, {}).map(({ option, sites }) => [option.const, sites.map((site) => site.where)])).toEqual([['capLai', ['rule']]])
    const updated = run(limited, updateCodeList, { name: 'vnCommunes', definition: next })
    expect(updated.form!.schema.$defs!['vnCommunes']).toEqual(next)
    expect(updated.form!.rules!.at(-1)!.limit!.options).toEqual(['moi'])
    expect(run(updated, updateCodeList, { name: 'vnCommunes', definition: next })).toBe(updated)
  })
})
