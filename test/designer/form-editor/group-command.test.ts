// Questions that are gathered into a group of the answers: the pages stay as they were, and everything that reads them follows.
import { describe, expect, it } from 'vitest'
import { lintForm } from '#core/form/lint-form.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { EditContext } from '../../../designer/editing/command.ts'
import { groupable, groupQuestions, heldFromGroup } from '../../../designer/form-editor/group-command.ts'
import { moveInto } from '../../../designer/form-editor/placing-commands.ts'
import { removeQuestions } from '../../../designer/form-editor/removal-commands.ts'
import { sampleProcedure } from './sample-procedure.ts'

const grouped = (paths: string[], context: EditContext = {}, before: Procedure = sampleProcedure()): Procedure => carryOut(before, groupQuestions, { paths, title: 'Đơn đề nghị', english: 'Application' }, context, 0)?.document ?? before
const questionsOf = (procedure: Procedure): string[][] => procedure.form!.pages.map((page) => page.sections.flatMap((section) => section.questions))

describe('groupQuestions', () => {
  it('puts the answers under one name and leaves the questions where they stand on the pages', () => {
    const form = grouped(['/loaiHinh', '/ngayKy']).form!
    expect(Object.keys(form.schema.properties)).toEqual(['donDeNghi', 'lyDo', 'dienTich', 'coSo', 'mau', 'tong'])
    expect(form.schema.properties['donDeNghi']).toMatchObject({ type: 'object', title: 'Đơn đề nghị', 'x-field': 'group', 'x-i18n': { en: { title: 'Application' } } })
    expect(questionsOf({ ...sampleProcedure(), form })).toEqual([['/donDeNghi/loaiHinh', '/lyDo', '/dienTich'], ['/donDeNghi/ngayKy', '/coSo', '/mau', '/tong']])
    expect(lintForm(form).filter((issue) => issue.level === undefined)).toEqual([])
  })
  it('demands the group when something in it is demanded, and only then', () => {
    expect(grouped(['/loaiHinh', '/ngayKy']).form!.schema.required).toEqual(['lyDo', 'donDeNghi'])
    expect(grouped(['/dienTich', '/ngayKy']).form!.schema.required).toEqual(['loaiHinh', 'lyDo'])
  })
  it('is followed by conditions, fees, checks and scenarios', () => {
    const procedure = grouped(['/loaiHinh', '/ngayKy', '/dienTich'])
    expect(procedure.form!.pages[1]!.when).toEqual({ properties: { donDeNghi: { properties: { loaiHinh: { const: 'moi' } }, required: ['loaiHinh'] } }, required: ['donDeNghi'] })
    expect(procedure.form!.checks![0]).toMatchObject({ at: '/donDeNghi/ngayKy', formula: { '<=': [{ var: 'donDeNghi.ngayKy' }, { today: [] }] } })
    expect(procedure.fees![0]!.amount).toEqual({ if: [{ '>': [{ var: 'donDeNghi.dienTich' }, 100] }, 50000, 30000] })
    expect(procedure.scenarios![0]!.answers).toMatchObject({ donDeNghi: { loaiHinh: 'moi' } })
  })
  it('is recorded as a move of what citizens know already', () => {
    expect(grouped(['/loaiHinh', '/ngayKy'], { published: sampleProcedure() }).migrations).toEqual([{ from: '/loaiHinh', to: '/donDeNghi/loaiHinh' }, { from: '/ngayKy', to: '/donDeNghi/ngayKy' }])
  })
  it('takes in what stands beside each other in the data, never a column of a table', () => {
    const { form } = sampleProcedure()
    expect(groupable(form!, ['/loaiHinh', '/coSo/ten', '/lyDo', '/loaiHinh', '/khongCo'])).toEqual(['/loaiHinh', '/lyDo'])
    expect(groupable(form!, ['/mau/*/kyHieu'])).toEqual([])
    expect(groupable(form!, [])).toEqual([])
    expect(heldFromGroup(sampleProcedure(), { paths: ['/loaiHinh'], title: 'A' })).toEqual([])
  })
  it('is gone with its last question, wherever that goes', () => {
    const before = grouped(['/ngayKy'])
    const out = carryOut(before, moveInto, { path: '/donDeNghi/ngayKy', parent: '' }, {}, 0)!.document
    expect(Object.keys(out.form!.schema.properties)).not.toContain('donDeNghi')
    expect(questionsOf(out)).toEqual(questionsOf(sampleProcedure()))
    const alone = grouped(['/lyDo'])
    expect(carryOut(alone, removeQuestions, { paths: ['/donDeNghi/lyDo'] }, {}, 0)!.document.form!.schema.properties).not.toHaveProperty('donDeNghi')
  })
})
