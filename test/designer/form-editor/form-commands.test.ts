// Every edit to a form, do, undo and redo; and what must follow from it.
import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { lintForm } from '#core/form/lint-form.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { carryOut } from '../../../designer/editing/carry-out.ts'
import type { Command, EditContext } from '../../../designer/editing/command.ts'
import { emptyHistory, record, redo, undo } from '../../../designer/editing/history.ts'
import { copyQuestions } from '../../../designer/form-editor/clip.ts'
import { formCommands as edit } from '../../../designer/form-editor/form-commands.ts'
import { orderedText as text } from './ordered-text.ts'
import { sampleProcedure } from './sample-procedure.ts'

/** Does, undoes and redoes a command; gives the document after doing. */
const run = <Args>(command: Command<Args>, args: Args, before: Procedure = sampleProcedure(), context: EditContext = {}): Procedure => {
  const done = carryOut(before, command, args, context, 0)
  if (!done) return before
  const undone = undo(record(emptyHistory, done.entry), done.document)!
  expect(text(undone.document)).toBe(text(before))
  expect(text(redo(undone.history, undone.document)!.document)).toBe(text(done.document))
  return done.document
}

const formAfter = <Args>(command: Command<Args>, args: Args, before?: Procedure, context?: EditContext) => run(command, args, before, context).form!
const at = { page: 'chung', section: 0, index: 1 }

describe('addQuestion', () => {
  it('stands where it was asked for, under a name made from its title', () => {
    const form = formAfter(edit.addQuestion, { type: 'text', title: 'Họ và tên', at })

    expect(form.pages[0]!.sections[0]!.questions).toEqual(['/loaiHinh', '/hoVaTen', '/lyDo'])
    expect(form.schema.properties['hoVaTen']).toMatchObject({ type: 'string', title: 'Họ và tên', 'x-field': 'text' })
  })
  it('brings the code lists that the field type needs', () => {
    const form = formAfter(edit.addQuestion, { type: 'country', title: 'Nước', definitions: { countries: { type: 'string', oneOf: [{ const: 'VN', title: 'Việt Nam' }] } }, at })

    expect(Object.keys(form.schema.$defs!)).toEqual(['provinces', 'countries'])
  })
  it('begins a choice without the empty list that no shape allows', () => {
    expect(formAfter(edit.addQuestion, { type: 'choice', title: 'Chọn', at }).schema.properties['chon']).not.toHaveProperty('oneOf')
  })
  it('requires a declaration from the start', () => {
    expect(formAfter(edit.addQuestion, { type: 'consent', title: 'Cam kết', at }).schema.required).toContain('camKet')
  })
})

describe('addColumn', () => {
  it('puts a question into the rows of a table', () => {
    const form = formAfter(edit.addColumn, { type: 'date', title: 'Ngày', parent: '/mau', index: 1 })
    expect(Object.keys(form.schema.properties['mau']!.items!.properties!)).toEqual(['kyHieu', 'ngay', 'soLuong', 'donGia'])
  })
})

describe('setQuestion', () => {
  it('lets the name follow the title, with everything that speaks of it', () => {
    const procedure = run(edit.setQuestion, { path: '/loaiHinh', changes: { title: 'Hình thức cấp' } })
    const form = procedure.form!

    expect(text(procedure)).not.toContain('loaiHinh')
    expect(Object.keys(form.schema.properties)[0]).toBe('hinhThucCap')
    expect(form.rules![0]!.when.required).toEqual(['hinhThucCap'])
    expect(form.pages[1]!.when!.required).toEqual(['hinhThucCap'])
    expect(procedure.fees![0]!.when!.required).toEqual(['hinhThucCap'])
    expect(procedure.scenarios![0]!.answers).toHaveProperty('hinhThucCap', 'moi')
    expect(lintForm(form)).toEqual(lintForm(sampleProcedure().form!))
  })
  it('renames in formulas, rows and columns alike', () => {
    const table = formAfter(edit.setQuestion, { path: '/mau', changes: { title: 'Mẫu khí' } })
    expect(table.schema.properties['tong']!['x-compute']).toEqual({ sum: [{ var: 'mauKhi' }, { '*': [{ var: 'soLuong' }, { var: 'donGia' }] }] })
    expect(table.rules![2]).toMatchObject({ within: '/mauKhi', require: ['/donGia'] })

    const column = formAfter(edit.setQuestion, { path: '/mau/*/soLuong', changes: { title: 'Khối lượng' } })
    expect(column.schema.properties['tong']!['x-compute']).toEqual({ sum: [{ var: 'mau' }, { '*': [{ var: 'khoiLuong' }, { var: 'donGia' }] }] })
    expect(column.rules![2]!.when).toEqual({ properties: { khoiLuong: { minimum: 10 } }, required: ['khoiLuong'] })
  })
  it('keeps the names of rows that must not repeat and of the column that names them', () => {
    const table = formAfter(edit.setQuestion, { path: '/mau/*/kyHieu', changes: { title: 'Mã số' } }).schema.properties['mau']!
    expect(table).toMatchObject({ 'x-uniqueBy': ['maSo'], 'x-itemTitle': '{maSo}', items: { required: ['maSo'] } })
  })
  it('never renames what citizens know already', () => {
    const form = formAfter(edit.setQuestion, { path: '/loaiHinh', changes: { title: 'Hình thức cấp' } }, sampleProcedure(), { published: sampleProcedure() })
    expect(form.schema.properties['loaiHinh']!.title).toBe('Hình thức cấp')
  })
  it('leaves a name alone that was not made from the title', () => {
    const before = create(sampleProcedure(), (draft) => { draft.form!.schema.properties['loaiHinh']!.title = 'Bạn muốn gì' })
    expect(formAfter(edit.setQuestion, { path: '/loaiHinh', changes: { title: 'Khác' } }, before).schema.properties).toHaveProperty('loaiHinh')
  })
  it('removes a setting that is undefined', () => {
    expect(formAfter(edit.setQuestion, { path: '/lyDo', changes: { maxLength: undefined } }).schema.properties['lyDo']).not.toHaveProperty('maxLength')
  })
  it('changes nothing when nothing changes', () => {
    expect(carryOut(sampleProcedure(), edit.setQuestion, { path: '/lyDo', changes: { title: 'Lý do' } }, {}, 0)).toBeUndefined()
  })
})

describe('removeQuestions', () => {
  it('leaves no rule, check, page or required list behind', () => {
    const form = formAfter(edit.removeQuestions, { paths: ['/ngayKy'] })

    expect(text(form)).not.toContain('ngayKy')
    expect(form.rules!.map((rule) => rule.id)).toEqual(['hoi-ly-do', 'hoi-nhieu', 'don-gia'])
    expect(form.rules![1]!.show).toEqual(['/coSo/ten'])
    expect(form.checks).toEqual([])
  })
  it('is refused while money depends on the answer', () => {
    expect(formAfter(edit.removeQuestions, { paths: ['/dienTich'] }).schema.properties).toHaveProperty('dienTich')
    expect(formAfter(edit.removeQuestions, { paths: ['/mau/*/donGia'] }).schema.properties['mau']!.items!.properties).toHaveProperty('donGia')
  })
  it('takes the last use of a code list away with it', () => {
    expect(formAfter(edit.removeQuestions, { paths: ['/coSo'] }).schema.$defs).toEqual({})
  })
  it('takes a computed question away although it reads others', () => {
    expect(formAfter(edit.removeQuestions, { paths: ['/tong'] }).schema.properties).not.toHaveProperty('tong')
  })
})

describe('moving', () => {
  it('moves a question to another page without touching data', () => {
    const form = formAfter(edit.moveQuestions, { paths: ['/lyDo'], to: { page: 'chi-tiet', section: 0, index: 1 } })
    expect(form.pages[0]!.sections[0]!.questions).toEqual(['/loaiHinh'])
    expect(form.pages[1]!.sections[0]!.questions.slice(0, 3)).toEqual(['/ngayKy', '/lyDo', '/coSo'])
    expect(text(form.schema)).toBe(text(sampleProcedure().form!.schema))
  })
  it('reorders the columns of a table, and undo brings their order back', () => {
    expect(Object.keys(formAfter(edit.moveColumn, { path: '/mau/*/donGia', index: 0 }).schema.properties['mau']!.items!.properties!)).toEqual(['donGia', 'kyHieu', 'soLuong'])
  })
  it('copies a question beside the original under a free name', () => {
    const form = formAfter(edit.pasteQuestions, { clip: copyQuestions(sampleProcedure().form!, ['/lyDo']), target: { at: { page: sampleProcedure().form!.pages[0]!.id, section: 0, index: 2 } } })
    expect(form.pages[0]!.sections[0]!.questions).toEqual(['/loaiHinh', '/lyDo', '/lyDo2'])
    expect(form.schema.required).toContain('lyDo2')
  })
})

describe('required', () => {
  it('is set and taken back', () => {
    expect(formAfter(edit.setRequired, { paths: ['/mau/*/donGia'], required: true }).schema.properties['mau']!.items!.required).toEqual(['kyHieu', 'donGia'])
    expect(formAfter(edit.setRequired, { paths: ['/lyDo'], required: false }).schema.required).toEqual(['loaiHinh'])
  })
})

describe('options', () => {
  it('come from many lines at once, without repetition', () => {
    const titles = ['Mới', 'Gia hạn', ' Gia hạn ', 'Điều chỉnh']
    expect(formAfter(edit.addOptions, { path: '/loaiHinh', titles }).schema.properties['loaiHinh']!.oneOf!.map((option) => option.const)).toEqual(['moi', 'capLai', 'giaHan', 'dieuChinh'])
  })
  it('let their value follow the words, with the conditions that compare it', () => {
    const procedure = run(edit.setOption, { path: '/loaiHinh', value: 'moi', changes: { title: 'Cấp mới' } })
    expect(procedure.form!.schema.properties['loaiHinh']!.oneOf![0]).toEqual({ const: 'capMoi', title: 'Cấp mới' })
    expect(procedure.fees![0]!.when).toEqual({ properties: { loaiHinh: { const: 'capMoi' } }, required: ['loaiHinh'] })
    expect(procedure.scenarios![0]!.answers['loaiHinh']).toBe('capMoi')
  })
  it('keep their value once citizens know it', () => {
    const options = formAfter(edit.setOption, { path: '/loaiHinh', value: 'moi', changes: { title: 'Cấp mới' } }, sampleProcedure(), { published: sampleProcedure() }).schema.properties['loaiHinh']!.oneOf!
    expect(options[0]).toEqual({ const: 'moi', title: 'Cấp mới' })
  })
  it('take the rules that compared with them along, and stay while a fee does', () => {
    const form = formAfter(edit.removeOption, { path: '/loaiHinh', value: 'capLai' })
    expect(form.schema.properties['loaiHinh']!.oneOf).toHaveLength(1)
    expect(form.rules!.map((rule) => rule.id)).not.toContain('hoi-ly-do')
    expect(formAfter(edit.removeOption, { path: '/loaiHinh', value: 'moi' }).schema.properties['loaiHinh']!.oneOf).toHaveLength(2)
  })
  it('change places', () => {
    expect(formAfter(edit.moveOption, { path: '/loaiHinh', value: 'moi', index: 1 }).schema.properties['loaiHinh']!.oneOf!.map((option) => option.const)).toEqual(['capLai', 'moi'])
  })
})

describe('pages and sections', () => {
  it('are added, named and moved', () => {
    expect(formAfter(edit.addPage, { title: 'Cam kết' }).pages[2]).toEqual({ id: 'cam-ket', title: 'Cam kết', sections: [{ questions: [] }] })
    expect(formAfter(edit.setPage, { page: 'chung', changes: { title: 'Thông tin chung' } }).pages[0]).toMatchObject({ id: 'thong-tin-chung', title: 'Thông tin chung' })
    expect(formAfter(edit.movePage, { page: 'chung', index: 1 }).pages.map((page) => page.id)).toEqual(['chi-tiet', 'chung'])
    expect(formAfter(edit.addSection, { page: 'chung', index: 1, title: 'Khác' }).pages[0]!.sections[1]).toEqual({ title: 'Khác', questions: [] })
    expect(formAfter(edit.setSection, { page: 'chung', section: 0, changes: { title: undefined } }).pages[0]!.sections[0]).not.toHaveProperty('title')
    expect(formAfter(edit.moveSection, { page: 'chung', section: 0, index: 1 }).pages[0]!.sections[1]!.title).toBe('Đề nghị')
  })
  it('give their questions to a neighbour, or take them along', () => {
    expect(formAfter(edit.removePage, { page: 'chi-tiet', keepQuestions: true }).pages[0]!.sections).toHaveLength(3)
    expect(Object.keys(formAfter(edit.removePage, { page: 'chi-tiet', keepQuestions: false }).schema.properties)).toEqual(['loaiHinh', 'lyDo', 'dienTich'])
    expect(formAfter(edit.removePage, { page: 'chung', keepQuestions: false }).pages).toHaveLength(2)
    expect(formAfter(edit.removeSection, { page: 'chung', section: 0 }).pages[0]!.sections[0]!.questions).toEqual(['/loaiHinh', '/lyDo', '/dienTich'])
  })
})

describe('rules and checks', () => {
  const when = { required: ['dienTich'] }

  it('say when one question is asked', () => {
    expect(formAfter(edit.setAsked, { path: '/lyDo', when }).rules![0]).toMatchObject({ id: 'hoi-ly-do', when, show: ['/lyDo'] })
    expect(formAfter(edit.setAsked, { path: '/tong', when }).rules!.at(-1)).toEqual({ id: 'hoi-tong', title: '', when, show: ['/tong'] })
    expect(formAfter(edit.setAsked, { path: '/lyDo' }).rules!.map((rule) => rule.id)).not.toContain('hoi-ly-do')
    expect(formAfter(edit.setAsked, { path: '/ngayKy' }).rules![1]!.show).toEqual(['/coSo/ten'])
    expect(formAfter(edit.setAsked, { path: '/mau/*/donGia', within: '/mau', when: { required: ['soLuong'] } }).rules!.at(-1)).toMatchObject({ within: '/mau', show: ['/donGia'] })
  })
  it('are added, set and removed', () => {
    expect(formAfter(edit.addRule, { rule: { title: '', when, require: ['/ngayKy'] } }).rules!.at(-1)!.id).toBe('bat-buoc-ngay-ky')
    expect(formAfter(edit.setRule, { id: 'tu-choi', changes: { refuse: { message: 'Khác' } } }).rules![3]!.refuse).toEqual({ message: 'Khác' })
    expect(formAfter(edit.removeRule, { id: 'tu-choi' }).rules).toHaveLength(3)
    expect(formAfter(edit.addCheck, { check: { formula: true, at: '/tong', message: '' } }).checks![1]!.id).toBe('kiem-tra-tong')
    expect(formAfter(edit.setCheck, { id: 'kiem-tra-ngay', changes: { level: 'warning' } }).checks![0]!.level).toBe('warning')
    expect(formAfter(edit.removeCheck, { id: 'kiem-tra-ngay' }).checks).toEqual([])
  })
})
