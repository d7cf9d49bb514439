// Where questions stand: moved together, gathered, taken in and out of groups, with everything that reads them.
import { describe, expect, it } from 'vitest'
import { lintForm } from '#core/form/lint-form.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command, EditContext } from '../../../designer/editing/command.ts'
import { heldBack, gatherInSection, moveInto, moveQuestions } from '../../../designer/form-editor/placing-commands.ts'
import { sampleProcedure } from './sample-procedure.ts'

const after = <Args>(command: Command<Args>, args: Args, context: EditContext = {}, before: Procedure = sampleProcedure()): Procedure => carryOut(before, command, args, context, 0)?.document ?? before
const questionsOf = (procedure: Procedure): string[][] => procedure.form!.pages.map((page) => page.sections.flatMap((section) => section.questions))
const designErrors = (procedure: Procedure) => lintForm(procedure.form!).filter((issue) => issue.level === undefined)

describe('moveQuestions', () => {
  it('puts several questions into a slot in the order of the page, counting the slot before they leave', () => {
    const moved = after(moveQuestions, { paths: ['/loaiHinh', '/lyDo'], to: { page: 'chi-tiet', section: 0, index: 2 } })
    expect(questionsOf(moved)).toEqual([['/dienTich'], ['/ngayKy', '/coSo', '/loaiHinh', '/lyDo', '/mau', '/tong']])
  })
  it('goes one down past the next question', () => {
    expect(questionsOf(after(moveQuestions, { paths: ['/loaiHinh'], to: { page: 'chung', section: 0, index: 2 } }))[0]).toEqual(['/lyDo', '/loaiHinh', '/dienTich'])
  })
  it('changes nothing where the questions already stand', () => {
    expect(carryOut(sampleProcedure(), moveQuestions, { paths: ['/lyDo'], to: { page: 'chung', section: 0, index: 1 } }, {}, 0)).toBeUndefined()
    expect(carryOut(sampleProcedure(), moveQuestions, { paths: ['/lyDo'], to: { page: 'chung', section: 0, index: 2 } }, {}, 0)).toBeUndefined()
  })
})

describe('gatherInSection', () => {
  it('puts questions under a heading of their own where the first of them stood', () => {
    const sections = after(gatherInSection, { paths: ['/coSo', '/mau'], title: 'Chi tiết cơ sở' }).form!.pages[1]!.sections
    expect(sections.map((section) => [section.title, section.questions])).toEqual([[undefined, ['/ngayKy']], ['Chi tiết cơ sở', ['/coSo', '/mau']], [undefined, ['/tong']]])
  })
})

describe('moveInto', () => {
  it('takes a question into a group: conditions, fees, rules, pages and scenarios read it there', () => {
    const moved = after(moveInto, { path: '/dienTich', parent: '/coSo' })
    expect(moved.form!.schema.properties['coSo']!.properties).toHaveProperty('dienTich')
    expect(moved.form!.schema.properties).not.toHaveProperty('dienTich')
    expect(moved.form!.rules![1]!.when).toEqual({ properties: { coSo: { required: ['dienTich'] } }, required: ['coSo'] })
    expect(moved.fees![0]!.amount).toEqual({ if: [{ '>': [{ var: 'coSo.dienTich' }, 100] }, 50000, 30000] })
    expect(questionsOf(moved)[0]).toEqual(['/loaiHinh', '/lyDo'])
    expect(designErrors(moved)).toEqual([])
  })
  it('takes it out again to the same document but for order', () => {
    const back = after(moveInto, { path: '/coSo/dienTich', parent: '', at: { page: 'chung', section: 1, index: 0 } }, {}, after(moveInto, { path: '/dienTich', parent: '/coSo' }))
    expect(back.form!.rules).toEqual(sampleProcedure().form!.rules)
    expect(back.fees).toEqual(sampleProcedure().fees)
    expect(questionsOf(back)).toEqual(questionsOf(sampleProcedure()))
  })
  it('carries required and the answers of scenarios along', () => {
    const moved = after(moveInto, { path: '/loaiHinh', parent: '/coSo' })
    expect(moved.form!.schema.required).toEqual(['lyDo'])
    expect(moved.form!.schema.properties['coSo']!.required).toEqual(['ten', 'loaiHinh'])
    expect(moved.scenarios![0]!.answers).toMatchObject({ coSo: { loaiHinh: 'moi' } })
  })
  it('is refused, with the places named, where a condition could not read it any more', () => {
    expect(heldBack(sampleProcedure(), { path: '/dienTich', parent: '/mau' }).map((site) => site.where)).toEqual(expect.arrayContaining(['rule', 'fee']))
    expect(carryOut(sampleProcedure(), moveInto, { path: '/dienTich', parent: '/mau' }, {}, 0)).toBeUndefined()
  })
  it('records a migration for a question that citizens know', () => {
    expect(after(moveInto, { path: '/dienTich', parent: '/coSo' }, { published: sampleProcedure() }).migrations).toEqual([{ from: '/dienTich', to: '/coSo/dienTich' }])
    expect(after(moveInto, { path: '/dienTich', parent: '/coSo' }).migrations ?? []).toEqual([])
  })
  it('never puts a group into itself', () => {
    expect(carryOut(sampleProcedure(), moveInto, { path: '/coSo', parent: '/coSo' }, {}, 0)).toBeUndefined()
  })
})
