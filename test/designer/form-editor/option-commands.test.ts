import { describe, expect, it } from 'vitest'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command } from '../../../designer/editing/command.ts'
import { addOptions, moveOption, optionsAt, replaceOptions, setOption, setOptionValue, sortOptions } from '../../../designer/form-editor/option-commands.ts'
import { sampleProcedure } from './sample-procedure.ts'

const place = { path: '/loaiHinh' }
const run = <Args>(procedure: Procedure, command: Command<Args>, args: Args, published?: Procedure): Procedure => carryOut(procedure, command, args, { ...(published && { published }) }, 0)?.document ?? procedure
const values = (procedure: Procedure) => optionsAt(procedure, place).map((option) => option.const)

describe('the options of a question', () => {
  it('are added with codes or without, and nothing twice', () => {
    expect(values(run(sampleProcedure(), addOptions, { ...place, options: [{ const: 'doi', title: 'Đổi' }, { const: 'moi', title: 'Khác' }, { title: 'Mới' }, { title: 'Gia hạn' }], index: 1 }))).toEqual(['moi', 'doi', 'giaHan', 'capLai'])
  })

  it('are replaced and sorted', () => {
    const replaced = run(sampleProcedure(), replaceOptions, { ...place, options: [{ const: '10', title: 'Đà Nẵng' }, { const: '9', title: 'Đồng Nai' }, { const: '1', title: 'An Giang' }] })
    expect(values(run(replaced, sortOptions, { ...place, by: 'title' }))).toEqual(['1', '10', '9'])
    expect(values(run(replaced, sortOptions, { ...place, by: 'const' }))).toEqual(['1', '9', '10'])
    expect(run(replaced, replaceOptions, { ...place, options: [] })).toBe(replaced)
  })

  it('take another code with everything that names it, before they are published', () => {
    const renamed = run(sampleProcedure(), setOptionValue, { ...place, value: 'capLai', next: '02' })
    expect(values(renamed)).toEqual(['moi', '02'])
    expect(renamed.form!.rules![0]!.when).toEqual({ properties: { loaiHinh: { const: '02' } }, required: ['loaiHinh'] })

    expect(run(sampleProcedure(), setOptionValue, { ...place, value: 'capLai', next: 'moi' })).toEqual(sampleProcedure())
    expect(run(sampleProcedure(), setOptionValue, { ...place, value: 'capLai', next: 2 })).toEqual(sampleProcedure())
    expect(values(run(sampleProcedure(), setOptionValue, { ...place, value: 'capLai', next: '02' }, sampleProcedure()))).toEqual(['moi', 'capLai'])
  })

  it('stay quick by the thousand', () => {
    const many = run(sampleProcedure(), addOptions, { ...place, titles: Array.from({ length: 4998 }, (_each, i) => `Lựa chọn dài dòng về một điều giống nhau số ${i}`) })
    const started = performance.now()
    const typed = run(many, setOption, { ...place, value: values(many)[4000]!, changes: { title: 'Khác hẳn' } })
    const moved = run(typed, moveOption, { ...place, value: 'khacHan', index: 0 })

    expect(performance.now() - started).toBeLessThan(200)
    expect([values(moved).length, values(moved)[0]]).toEqual([5000, 'khacHan'])
  })
})
